/** Words that cannot be the name of a function in a module, and globals that programs and bundlers mean by theirs. */
const WORDS = `
  arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static super switch
  this throw true try typeof var void while with yield
  exports fetch globalThis module process require undefined
`;

/** What every object has, or what the language asks an object for: a method of that name would be called unasked. */
const OBJECT_MEMBERS = `
  catch constructor finally hasOwnProperty isPrototypeOf propertyIsEnumerable prototype then toJSON toLocaleString toString valueOf
`;

/** What every client has beside its groups; a test holds it against the class. */
const CLIENT_MEMBERS = "baseUrl close core exportSession http signIn withOptions";

const namesIn = (...lists: readonly string[]): Set<string> => new Set(lists.join(" ").split(/\s+/u).filter(Boolean));

/** What a client takes beside the variables of its server; a test holds it against the runtime. */
const OPTIONS = `
  baseUrl credentials extras fetch headers hooks logger logLevel middleware retry signIn timeout totalTimeout validator
`;

/** What `standalone.ts` exports beside operations and sign-ins. */
export const STANDALONE: readonly string[] = [
  "diagnostics",
  "exportSession",
  "middleware",
  "redirects",
  "resumeSession",
  "validation",
  "withOptions",
];

/** Why an operation cannot have a name; undefined where it can. */
export function reservedFunction(name: string): string | undefined {
  if (words.has(name)) return `"${name}" is a word of the language`;
  if (members.has(name)) return `every object has a "${name}" of its own`;
  return name === "createCore" || STANDALONE.includes(name) ? `the package exports another "${name}"` : undefined;
}

const words = namesIn(WORDS);
const members = namesIn(OBJECT_MEMBERS);

/** Names that a group cannot have as a property of the client. */
export const CLIENT_NAMES: ReadonlySet<string> = namesIn(OBJECT_MEMBERS, CLIENT_MEMBERS);

/** Names that a variable of a server cannot have as an option. */
export const CLIENT_OPTIONS: ReadonlySet<string> = namesIn(OBJECT_MEMBERS, OPTIONS, "__proto__");

/** Names that a group's file cannot have: the list of them all, and devices of Windows, with any ending. */
export function isReservedFile(stem: string): boolean {
  return /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/.test(stem);
}
