import { joinPointer } from "../../generate/load/pointer.ts";
import type { Field, Kind, Model, ServerVariable } from "../../generate/model/model.ts";
import { type Change, type ChangeKind, NOTHING } from "../change.ts";
import type { Side } from "../side.ts";

// What a caller sees of a package beyond its operations: its client, its exported types, how one signs in, where the appliance is.

/** What changes for the package as a whole. */
export function packageChanges({ model: before }: Side, { model: after }: Side): Change[] {
  return [
    ...exportChanges(before, after),
    ...credentialChanges(before, after),
    ...serverChanges(before, after),
    ...policyChanges(before, after),
  ];
}

type Said = readonly [kind: ChangeKind, rule: string, reason: string, remedy: string];

function changeOf([kind, rule, reason, remedy]: Said, before: string | undefined, after: string | undefined): Change {
  return { kind, operation: undefined, rule, reason, remedy, before, after };
}

function exportChanges(before: Model, after: Model): Change[] {
  const changes: Change[] = [];
  if (before.clientName !== after.clientName) {
    const reason = `The client ${before.clientName} is called ${after.clientName}.`;
    changes.push(
      changeOf(["breaking", "sdk-client-renamed", reason, `Construct ${after.clientName}.`], "/info", "/info"),
    );
  }
  const at = (name: string): string => joinPointer("/components/schemas", name);
  for (const name of before.schemaNames.filter((each) => !after.schemaNames.includes(each))) {
    const said = [
      "breaking",
      "sdk-type-removed",
      `The type ${name} is no longer exported.`,
      "Use the type that stands in its place, or write your own.",
    ] as const;
    changes.push(changeOf(said, at(name), undefined));
  }
  for (const name of after.schemaNames.filter((each) => !before.schemaNames.includes(each))) {
    changes.push(
      changeOf(["feature", "sdk-type-added", `The type ${name} is exported.`, NOTHING], undefined, at(name)),
    );
  }
  return changes;
}

function credentialChanges(before: Model, after: Model): Change[] {
  const at = (kind: Kind): string => joinPointer("/x-sdk-credentials", kind.name);
  const changes: Change[] = [];
  for (const kind of before.kinds) {
    const other = after.kinds.find(({ name }) => name === kind.name);
    if (other === undefined) {
      const reason = `There are no credentials of the kind ${kind.name} any more.`;
      changes.push(
        changeOf(["breaking", "sdk-credentials-removed", reason, "Sign in with another kind."], at(kind), undefined),
      );
      continue;
    }
    const fields = fieldChanges(kind, other);
    changes.push(...fields.map((said) => changeOf(said, at(kind), at(other))));
    if (fields.length === 0 && JSON.stringify(kind.plan) !== JSON.stringify(other.plan)) {
      const reason = `Signing in with credentials of the kind ${kind.name} goes another way.`;
      changes.push(changeOf(["fix", "sdk-credentials-changed", reason, NOTHING], at(kind), at(other)));
    }
  }
  for (const kind of after.kinds.filter(({ name }) => !before.kinds.some((each) => each.name === name))) {
    changes.push(
      changeOf(
        ["feature", "sdk-credentials-added", `There are credentials of the kind ${kind.name}.`, NOTHING],
        undefined,
        at(kind),
      ),
    );
  }
  return changes;
}

function fieldChanges(before: Kind, after: Kind): Said[] {
  const removed = [...before.fields.keys()].filter((name) => !after.fields.has(name));
  return [
    ...removed.map((name): Said => [
      "breaking",
      "sdk-credentials-field-removed",
      `Credentials of the kind ${before.name} have no ${name} any more.`,
      `Leave ${name} out.`,
    ]),
    ...[...after.fields].flatMap(([name, field]) => fieldChange(after.name, name, before.fields.get(name), field)),
  ];
}

function fieldChange(kind: string, name: string, before: Field | undefined, after: Field): Said[] {
  const of = `${name} of the credentials ${kind}`;
  if (before === undefined && !after.required)
    return [["feature", "sdk-credentials-field-added", `There is the optional ${of}.`, NOTHING]];
  if (after.required && before?.required !== true)
    return [["breaking", "sdk-credentials-field-demanded", `The ${of} must be given.`, `Give ${name}.`]];
  const lost =
    after.values.length === 0
      ? []
      : before?.values.length === 0
        ? ["any other"]
        : (before?.values ?? []).filter((value) => !after.values.includes(value));
  if (lost.length > 0)
    return [
      [
        "breaking",
        "sdk-credentials-field-narrowed",
        `The ${of} no longer takes ${lost.map(String).join(", ")}.`,
        "Give a value that is taken.",
      ],
    ];
  if (before?.default !== after.default)
    return [
      [
        "breaking",
        "sdk-credentials-default-changed",
        `The ${of} has another default.`,
        `Give ${name} where you relied on it.`,
      ],
    ];
  return [];
}

function serverChanges({ server: before }: Model, { server: after }: Model): Change[] {
  const tell = (...said: Said): Change => changeOf(said, "/servers", "/servers");
  const changes: Change[] = [];
  if (before.url !== after.url) {
    const reason = `The appliance's address is ${after.url}, no longer ${before.url}.`;
    changes.push(tell("breaking", "sdk-server-changed", reason, "Give `baseUrl` where the old address is meant."));
  }
  for (const variable of after.variables) {
    const other = before.variables.find(({ name }) => name === variable.name);
    changes.push(...variableChange(other, variable).map((said) => tell(...said)));
  }
  for (const { name } of before.variables.filter(
    (each) => !after.variables.some((other) => other.name === each.name),
  )) {
    changes.push(
      tell(
        "breaking",
        "sdk-server-option-removed",
        `The client has no option "${name}" any more.`,
        `Leave "${name}" out.`,
      ),
    );
  }
  return changes;
}

function variableChange(before: ServerVariable | undefined, after: ServerVariable): Said[] {
  const option = `The client's option "${after.name}"`;
  if (before === undefined) {
    return after.default === undefined
      ? [["breaking", "sdk-server-option-demanded", `${option} must be given.`, `Give "${after.name}".`]]
      : [["feature", "sdk-server-option-added", `${option} may be given.`, NOTHING]];
  }
  if (before.default !== undefined && after.default === undefined) {
    return [
      [
        "breaking",
        "sdk-server-option-demanded",
        `${option} must be given: it has no default any more.`,
        `Give "${after.name}".`,
      ],
    ];
  }
  if (before.default !== after.default && before.default !== undefined) {
    return [
      [
        "breaking",
        "sdk-server-default-changed",
        `${option} has another default.`,
        `Give "${after.name}" where you relied on it.`,
      ],
    ];
  }
  const lost =
    after.values.length === 0
      ? []
      : before.values.length === 0
        ? ["any other"]
        : before.values.filter((value) => !after.values.includes(value));
  return lost.length === 0
    ? []
    : [
        [
          "breaking",
          "sdk-server-option-narrowed",
          `${option} no longer takes ${lost.join(", ")}.`,
          "Give a value that is taken.",
        ],
      ];
}

function policyChanges(before: Model, after: Model): Change[] {
  const policies: readonly (readonly [keyof Model, string, string, string])[] = [
    ["retryStatuses", "sdk-retry-changed", "Other statuses are worth a further attempt.", "/x-sdk-retry"],
    ["expired", "sdk-expiry-changed", "Other 401 answers mean that a session is over.", "/x-sdk-retry"],
    [
      "rateLimit",
      "sdk-rate-limit-changed",
      "Rate limits are read from another header, or otherwise.",
      "/x-sdk-rate-limit",
    ],
    ["sensitive", "sdk-sensitive-changed", "Other fields are kept out of logs and errors.", ""],
  ];
  return policies.flatMap(([field, rule, reason, pointer]) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field])
      ? []
      : [changeOf(["fix", rule, reason, NOTHING], pointer, pointer)],
  );
}
