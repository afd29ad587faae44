/** What a keyword of a schema expects, in words. Quotes the spec, and of the value nothing but its type. */
export function expectation(keyword: string, said: unknown, actual: string): string {
  const limit = String(said);
  switch (keyword) {
    case "type":
      return `${[...new Set([said].flat())].join(" or ")} (not ${actual})`;
    case "enum":
      return `one of ${(said as readonly unknown[]).map((value) => JSON.stringify(value)).join(", ")}`;
    case "const":
      return JSON.stringify(said);
    case "format":
      return `a text of the format ${limit}`;
    case "pattern":
      return `a text that matches ${limit}`;
    case "minimum":
      return `at least ${limit}`;
    case "maximum":
      return `at most ${limit}`;
    case "exclusiveMinimum":
      return `more than ${limit}`;
    case "exclusiveMaximum":
      return `less than ${limit}`;
    case "multipleOf":
      return `a multiple of ${limit}`;
    case "minLength":
      return `at least ${counted(said, "character")}`;
    case "maxLength":
      return `at most ${counted(said, "character")}`;
    case "minItems":
      return `at least ${counted(said, "item")}`;
    case "maxItems":
      return `at most ${counted(said, "item")}`;
    case "minProperties":
      return `at least ${counted(said, "field")}`;
    case "maxProperties":
      return `at most ${counted(said, "field")}`;
    case "uniqueItems":
      return "no item twice";
    default:
      return `what "${keyword}" demands in the spec`;
  }
}

function counted(count: unknown, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
