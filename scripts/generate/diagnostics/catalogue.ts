/**
 * Every code that a diagnostic may carry, and what it means whatever the file: the text that a reader looks up.
 * Codes are stable: searches and notes depend on them.
 */
export const catalogue = {
  "ambiguous-operation": {
    title: "Several operations have the operationId that is referred to",
    cause: "A sign-in step names an operationId that stands at more than one operation.",
    fix: "Give each operation an operationId of its own.",
  },
  "bodiless-answer": {
    title: "An answer has content that HTTP does not send",
    cause: "The answer to a HEAD, and one with the status 204, 205 or 304, has no body. It is emitted without data.",
    fix: "Remove the content, or describe it for the status that it comes with.",
  },
  "clashing-credentials": {
    title: "Two kinds of credential fit the same fields",
    cause: "All required fields of both kinds, given together, are known to both, so nothing tells them apart.",
    fix: "Give one of them a required field that the other does not have; a const makes it a mere mark.",
  },
  "cyclic-alias": {
    title: "A YAML alias contains itself",
    cause: "An alias stands inside the object that its anchor names.",
    fix: "Describe recursion by a `$ref` to a schema in components.",
  },
  "derived-operation-name": {
    title: "An operation is named after its method and path",
    cause: "It has no operationId; the name made up for it changes when its path does.",
    fix: "Add an operationId in camelCase.",
  },
  "duplicate-key": {
    title: "A key stands twice in one object",
    cause: "Only one of the two values would count, and which one depends on the reader.",
    fix: "Remove or rename one of them.",
  },
  "duplicate-parameter": {
    title: "A parameter is listed twice",
    cause:
      "One list holds two parameters with the same name and place; header names know no case. In Swagger 2.0 an operation has one body, too.",
    fix: "Remove one. An operation may list a parameter of its path again, to replace it.",
  },
  "dynamic-reference": {
    title: "A dynamic reference is not followed",
    cause: "What $dynamicRef and $recursiveRef lead to depends on how a reader came there, which a type does not know.",
    fix: "Write $ref where one schema is meant.",
  },
  "external-reference": {
    title: "A reference leads out of the folder of the spec",
    cause:
      "A spec may consist of several files, all below one folder; nothing else is read, and nothing is ever fetched.",
    fix: "Save what it refers to in that folder, or name a folder above both with --root; write the path relative to the file.",
  },
  "file-or-text": {
    title: "A schema of bytes describes files and texts",
    cause:
      "One schema is used for the parts of a body, where bytes travel as files, and in JSON, which holds texts alone. Its type takes either, and a file in JSON would be sent as an empty object.",
    fix: "Describe the parts by a schema of their own.",
  },
  "ignored-encoding": {
    title: "Part of an encoding is left out",
    cause:
      "In multipart bodies a part has the media type that its encoding names. Headers are given by the caller, with a file; fields are text, and objects JSON.",
    fix: "Remove the field, or say contentType.",
  },
  "ignored-sibling": {
    title: "Something beside a reference does not count",
    cause: "In OpenAPI 3.0 a $ref stands for all of its object; since 3.1 what is written beside it counts as well.",
    fix: "Write allOf: [{ $ref }] and the rest beside that, or declare OpenAPI 3.1.",
  },
  "incomplete-version": {
    title: "The version of OpenAPI is incomplete",
    cause: "Versions have three parts and are texts: in YAML, 3.1 alone is a number.",
    fix: 'Write all three in quotes, such as openapi: "3.1.0".',
  },
  "invalid-extension": {
    title: "An extension is not what its schema wants",
    cause: "Each x-sdk-* has a JSON Schema in specs/extensions.",
    fix: "Write it as the schema says.",
  },
  "invalid-overlay": {
    title: "An overlay cannot be applied",
    cause: "It is not what OpenAPI Overlay 1.0 describes, or it is for another file.",
    fix: "Correct the place; nothing of that action has been applied.",
  },
  "invalid-path": {
    title: "A path template is malformed",
    cause: "A path begins with a slash and holds each of its parameters once, as {name}; queries are no part of it.",
    fix: "Correct the template.",
  },
  "invalid-server": {
    title: "The url of a server is none that a client can call",
    cause: "It has a query, a fragment or stray braces, or is neither of http nor of https.",
    fix: "Write a URL of http or https, absolute or relative, with each variable as {name}.",
  },
  "invalid-value": {
    title: "A value is none of those that are possible here",
    cause: "The field is known, and its type is right, but nothing is known by this value.",
    fix: "Write one of the values that the message names.",
  },
  "mismatched-reference": {
    title: "A reference leads to something of another kind",
    cause: "It refers, for instance, to a schema where a response belongs.",
    fix: "Refer to something in the section of components that fits.",
  },
  "left-out": {
    title: "A broken part of the spec is left out",
    cause:
      "With --tolerant, what is wrong is not refused: the smallest part that can go without making the rest untrue is left out.",
    fix: "Correct what the message names; without --tolerant it is an error.",
  },
  "misplaced-reference": {
    title: "A reference stands where OpenAPI has none",
    cause: "Tools differ in what they make of it. It is read as if what it refers to were written in its place.",
    fix: "Write what it refers to in its place, or refer to the objects inside one by one.",
  },
  "lost-operation": {
    title: "An operation would not be emitted",
    cause: "As many operations must come out as go in; the generator has overlooked one, and told nothing of it.",
    fix: "Report it, with the spec.",
  },
  "misplaced-expression": {
    title: "An expression stands where its value is not known",
    cause:
      "$response is known in keep, lifetime and challenge; $session once something is kept; $field until the login is done, or always without one.",
    fix: "Keep the value under a name, and use $session with that name.",
  },
  "misplaced-extension": {
    title: "An extension stands where it says nothing",
    cause: "Each x-sdk-* counts on some objects only; elsewhere it would be ignored in silence.",
    fix: "Move it to where the message says.",
  },
  "missing-field": {
    title: "A field that is needed is missing",
    cause:
      "As an error, nothing can be generated without it; as a warning, something is made up or left open in its place.",
    fix: "Add the field.",
  },
  "misplaced-section": {
    title: "A package's README lacks a section that is made from the spec",
    cause:
      "Credentials, operations and compatibility stand in READMEs between comments, and are made anew with the package. One of them is missing, stands there twice, has no end or an unknown name.",
    fix: "Copy the section with its comments from the README of another package; what stands between them does not matter.",
  },
  "missing-parameter": {
    title: "A sign-in step does not give a required parameter",
    cause: "The operation that the step calls cannot be called without it.",
    fix: "Give it under the parameters of the step.",
  },
  "opaque-security-scheme": {
    title: "A scheme of HTTP that clients do not compute",
    cause: "Of HTTP's authentication, Basic and Bearer are known; any other is a header that users give whole.",
    fix: "Write basic or bearer if it is one of them, else describe what the header holds.",
  },
  "optional-path-parameter": {
    title: "A path parameter is not required",
    cause: "A path without one of its segments is another path, so the parameter is taken as required.",
    fix: "Add required: true.",
  },
  "path-collision": {
    title: "Two paths are the same",
    cause:
      "They differ in the names of parameters only, which no server sees. With different methods that is only untidy; with a method in common it is one call described twice.",
    fix: "Put the operations of both below one of them.",
  },
  "reference-cycle": {
    title: "References lead back to themselves",
    cause: "A chain of references goes in a circle, and nothing is ever described.",
    fix: "Replace one of them by what is meant.",
  },
  "relative-token-url": {
    title: "A token endpoint whose address is not known",
    cause:
      "The tokenUrl is relative and users give the host, or it is no URL of http: a client cannot fetch tokens there.",
    fix: "Write the whole URL.",
  },
  "renamed-group": {
    title: "A group is not called what its tag says",
    cause: "The tag holds no letter, begins with a digit, is very long, or names a member that every client has.",
    fix: "Write tags as nouns in PascalCase, clear of the members of clients.",
  },
  "renamed-operation": {
    title: "An operation is not called what its operationId says",
    cause:
      "Another operation wants the same name (case does not count), or it is a word of the language, begins with a digit or is very long: method and path name the operation instead.",
    fix: "Give it an operationId of its own that can be the name of a function.",
  },
  "renamed-schema": {
    title: "The type of a schema is not called what the schema is",
    cause:
      "In PascalCase its name is that of a global (Error, Map, Blob), of another export of the package or of another schema (case does not count), or it begins with a digit. The type gets Model behind or before its name, or a number.",
    fix: "Give the schema a name that can be the name of a type.",
  },
  "syntax-error": {
    title: "The file cannot be parsed",
    cause: "It is not JSON, or not YAML 1.2, at this place.",
    fix: "Correct the place; nothing behind it has been looked at.",
  },
  "too-many-alternatives": {
    title: "More alternatives of security than become kinds of credentials",
    cause: "Each different alternative is a kind that users may choose; a list of very many is of no use to them.",
    fix: "Say by x-sdk-credentials which kinds there are.",
  },
  "undeclared-path-parameter": {
    title: "A parameter of the path is not declared",
    cause: "The template holds a {name} that neither the operation nor its path item lists; it is taken for a string.",
    fix: "List it with in: path, required: true and its schema.",
  },
  "undeclared-server-variable": {
    title: "A server variable is not declared",
    cause: "The url holds a {name} that is not among the server's variables, so users have to give it.",
    fix: "Declare it with a default.",
  },
  "unknown-answer-field": {
    title: "The answer does not describe what is pointed to",
    cause: "The schema of the success answer has nothing at this pointer.",
    fix: "Correct the pointer, or describe the field in the schema.",
  },
  "unknown-credential-field": {
    title: "A kind of credential has no such field",
    cause: "$field and ask name what the user gives: the fields of that kind alone.",
    fix: "Write the name of a field, or add the field.",
  },
  "unknown-extension": {
    title: "There is no such extension",
    cause: "Names that begin with x-sdk- are those of specs/extensions.",
    fix: "Correct the name, or choose another prefix.",
  },
  "unknown-method": {
    title: "A path has a field that is no method",
    cause: "A misspelled method would be an operation that is silently not there.",
    fix: "Write the method in lower case, or begin the name with x-.",
  },
  "unknown-operation": {
    title: "There is no such operation",
    cause: "A sign-in step names an operationId that no path has.",
    fix: "Write the operationId of an operation below paths.",
  },
  "unknown-body-field": {
    title: "The request's body does not describe what is pointed to",
    cause: "The schema of the body has nothing at this pointer, or the operation takes no body.",
    fix: "Correct the pointer, or describe the field in the schema.",
  },
  "unknown-parameter": {
    title: "The operation has no such parameter",
    cause: "An extension names a parameter that neither the operation nor its path item lists in that place.",
    fix: "Write its name as it is sent, or declare it.",
  },
  "unknown-reference": {
    title: "A reference leads nowhere",
    cause: "There is nothing at its JSON pointer, or it is none: only `#/…` is read.",
    fix: "Correct the pointer, or add what it refers to.",
  },
  "unknown-security-scheme": {
    title: "There is no such security scheme",
    cause: "A requirement or a credential names a scheme that components/securitySchemes does not have.",
    fix: "Correct the name, or add the scheme.",
  },
  "unknown-session-value": {
    title: "The session keeps no such value",
    cause: "$session names what the kind's keep takes from the answer of the login.",
    fix: "Write a name from keep, or add it there.",
  },
  "too-much": {
    title: "The document is too deep or too large to be handled",
    cause: "It has more than 256 levels, or aliases and references repeat what they stand for too often.",
    fix: "Describe the parts as components, and refer to them by $ref.",
  },
  "unmatched-overlay-target": {
    title: "An action of an overlay changes nothing",
    cause:
      "Its target, a JSONPath, matches nothing in the first file of the spec, with the overlays before it applied.",
    fix: "Correct the path, or remove the action. What stands in other files is out of its reach.",
  },
  "unnamed-parts": {
    title: "A multipart body names no parts",
    cause:
      "Parts are the properties of an object. A schema of a text or a file has none, so that callers may give any fields.",
    fix: "Describe an object with a property for each part, as type: object, properties: { file: { type: string, format: binary } }.",
  },
  "unreadable-file": {
    title: "The file cannot be read",
    cause: "It does not exist, is a folder, or may not be read.",
    fix: "Correct the path or the rights.",
  },
  "unsendable-body": {
    title: "A body stands where none can be sent",
    cause: "The platform's fetch refuses the body of a GET or a HEAD. The operation is emitted without it.",
    fix: "Describe parameters, or the operation by a method that has a body.",
  },
  "unsendable-method": {
    title: "An operation has a method that no client can send",
    cause:
      "The platform's fetch refuses CONNECT, TRACE and TRACK, and methods of additionalOperations are names that have no field of their own.",
    fix: "Remove the operation, or write it under the field of its method.",
  },
  "unsupported-version": {
    title: "The version of OpenAPI is not supported",
    cause: "OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are read.",
    fix: "Write openapi: 3.1.0, and convert the document if it is older than Swagger 2.0.",
  },
  "unused-path-parameter": {
    title: "A path parameter is not in the path",
    cause: "A parameter with in: path has no {name} in the template, so it cannot be sent, and is left out.",
    fix: "Put it into the template, or remove it.",
  },
  "unused-security-schemes": {
    title: "No operation needs any security scheme",
    cause: "Schemes say how credentials are sent, requirements say where; without those the client takes none.",
    fix: "Add security: to the document or to operations, or remove the schemes.",
  },
  "unused-server-variable": {
    title: "A server variable is not used",
    cause: "The url has no {name} for it; the client would ask for a value that changes nothing.",
    fix: "Use it in the url, or remove it.",
  },
  "wrong-type": {
    title: "A value has the wrong type",
    cause: "A list, an object or a text belongs here; in YAML, an empty value is null and 1.0 is a number.",
    fix: "Write the type that the message names.",
  },
  "unsupported-parameter": {
    title: "A parameter is described in a way that emitted clients cannot write",
    cause:
      "A whole query (in: querystring) is written as a form or as JSON; other media types have no form in a URL. Lists of Swagger 2.0 are not joined by tabs, and in paths, headers and other lists by commas alone.",
    fix: "Describe it by one of these, or as query parameters; a list as a text.",
  },
} as const;

export type DiagnosticCode = keyof typeof catalogue;
