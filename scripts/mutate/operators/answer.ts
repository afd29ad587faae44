import ts from "typescript";
import { leftOut, replaced, type Operator } from "../operator.ts";
import { assignmentsOf, nameOf, propertyOf, textOfLiteral } from "../source.ts";
import { callsOf, operationsIn } from "./descriptors.ts";

const OTHER_STATUS: Readonly<Record<string, string>> = { 2: "299", 4: "498", 5: "598" };

/** What a client would read a status as, were it not there; where that is the same, nothing is lost. */
function standIn(all: readonly ts.PropertyAssignment[], lost: ts.PropertyAssignment): string | undefined {
  const others = all.filter((each) => each !== lost);
  const success = nameOf(lost).startsWith("2") ? others.find((each) => nameOf(each).startsWith("2")) : undefined;
  return (success ?? others.find((each) => nameOf(each) === "default"))?.initializer.getText();
}

export const wrongStatus: Operator = {
  name: "wrong status",
  breaks: "A declared answer is taken for one that the spec does not know.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      const all = assignmentsOf(propertyOf(operation, "responses")?.initializer);
      for (const each of all) {
        const status = nameOf(each);
        const isMissed = standIn(all, each) !== each.initializer.getText();
        const other = OTHER_STATUS[status[0] ?? ""];
        // A success without content that is not declared is read as nothing, too.
        const isSilent = status.startsWith("2") && each.initializer.kind === ts.SyntaxKind.NullKeyword;
        if (isMissed && !isSilent && other !== undefined) yield replaced(each.name, other);
        else if (status === "default") yield leftOut(each);
      }
    }
  },
};

export const wrongAnswerType: Operator = {
  name: "wrong type of an answer",
  breaks: "The body of an answer is read as another media type than it is, or not at all.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      for (const { initializer } of assignmentsOf(propertyOf(operation, "responses")?.initializer)) {
        const text = textOfLiteral(initializer);
        if (text !== undefined) yield replaced(initializer, text === "text/plain" ? "null" : `"text/plain"`);
        else if (initializer.kind === ts.SyntaxKind.NullKeyword) yield replaced(initializer, `"application/json"`);
        else if (ts.isArrayLiteralExpression(initializer)) {
          for (const each of initializer.elements) yield leftOut(each);
        }
      }
    }
  },
};

export const wrongOperationName: Operator = {
  name: "wrong name",
  breaks: "An error names another operation than the one that was called.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      const id = propertyOf(operation, "id")?.initializer;
      if (id !== undefined) yield replaced(id, JSON.stringify(`${textOfLiteral(id) ?? ""}s`));
    }
  },
};

export const roundedInteger: Operator = {
  name: "rounded integer",
  breaks: "An integer that a number cannot hold is rounded without a word.",
  *find(source) {
    for (const call of callsOf(source, ["int64", "bigint64"])) {
      const [names] = call.arguments;
      if (names !== undefined) yield replaced(names, "[]");
    }
  },
};

export const wrongErrorService: Operator = {
  name: "wrong service of errors",
  breaks: "The package does not know its own errors.",
  *find(source) {
    for (const call of callsOf(source, ["apiErrorGuard<OperationResults>", "apiErrorGuard"])) {
      const [service] = call.arguments;
      if (service !== undefined) yield replaced(service, JSON.stringify(`${textOfLiteral(service) ?? ""}s`));
    }
  },
};
