import * as fc from "fast-check";

const dateTimes = fc
  .tuple(
    fc.date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
    fc.constantFrom("Z", "+00:00", "-23:59", "+05:30"),
    fc.constantFrom("", ".1", ".123456789"),
  )
  .map(([date, zone, fraction]) => `${date.toISOString().slice(0, 19)}${fraction}${zone}`);

/** Texts of a format; what is not here is left to the schema's own example of it. */
export const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "date-time": dateTimes,
  date: dateTimes.map((text) => text.slice(0, 10)),
  time: dateTimes.map((text) => text.slice(11)),
  duration: fc.constantFrom("P1D", "PT0S", "P1Y2M3DT4H5M6S", "P2W"),
  email: fc.emailAddress(),
  hostname: fc.domain(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  uri: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  "uri-reference": fc.oneof(fc.webUrl(), fc.webPath()),
  uuid: fc.uuid(),
  byte: fc.base64String(),
  regex: fc.constantFrom("^a+$", "[a-z]{2,3}", ""),
  "json-pointer": fc.constantFrom("", "/a", "/a~1b/0", "/ "),
};
