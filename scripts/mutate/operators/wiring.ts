import ts from "typescript";
import { leftOut, replaced, type Operator } from "../operator.ts";
import { nodesOf, propertyOf, textOfLiteral, type Source } from "../source.ts";
import { callsOf, constantsOf } from "./descriptors.ts";

/** Calls by which a method hands on to the function of its operation: `operations.getUsers(this.#core, args, options)`. */
function handedOn({ tree }: Source): ts.CallExpression[] {
  return [...nodesOf(tree)].filter(
    (node): node is ts.CallExpression =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.expression.getText() === "operations",
  );
}

export const lostArguments: Operator = {
  name: "lost arguments",
  breaks: "The arguments of a call do not reach its request.",
  *find(source) {
    for (const call of [...handedOn(source), ...callsOf(source, ["call", "callPaged"])]) {
      const args = call.arguments.find((each) => each.getText() === "args");
      if (args !== undefined && hasArguments(source, call)) yield replaced(args, "undefined as never");
    }
  },
};

/** Whether there is something to lose: where the types are elsewhere, only what has to be given is certain. */
function hasArguments({ tree }: Source, call: ts.CallExpression): boolean {
  const around = ts.findAncestor(call, (node) => ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node));
  const parameter = around?.parameters.find(({ name }) => name.getText() === "args");
  const type = parameter?.type?.getText();
  const here = tree.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === type);
  if (here !== undefined && ts.isInterfaceDeclaration(here)) return here.members.length > 0;
  return parameter !== undefined && parameter.questionToken === undefined;
}

export const lostOptions: Operator = {
  name: "lost options",
  breaks: "The options of a call, its headers and limits, are without effect.",
  *find(source) {
    for (const call of [...handedOn(source), ...callsOf(source, ["call", "callPaged"])]) {
      const options = call.arguments.find((each) => each.getText() === "options");
      if (options !== undefined) yield replaced(options, "undefined");
    }
  },
};

export const otherOperation: Operator = {
  name: "other operation",
  breaks: "A method calls another operation than the one it is named after.",
  *find(source) {
    const calls = handedOn(source);
    for (const [index, call] of calls.entries()) {
      const other = calls[(index + 1) % calls.length];
      if (other !== undefined && other !== call) yield replaced(call.expression, other.expression.getText());
    }
  },
};

export const wrongServer: Operator = {
  name: "wrong server",
  breaks: "Requests go to another base path, port or scheme than the spec says.",
  *find(source) {
    for (const service of constantsOf(source, ["Service"])) {
      const server = propertyOf(service, "server")?.initializer;
      if (server !== undefined) yield replaced(server, JSON.stringify(`${textOfLiteral(server) ?? ""}/x`));
      const variables = propertyOf(service, "variables");
      if (variables !== undefined) yield leftOut(variables);
    }
  },
};

export const wrongRetry: Operator = {
  name: "wrong retry",
  breaks: "What the spec calls worth a retry is not repeated, or after another pause.",
  *find(source) {
    for (const constant of constantsOf(source, ["Service", "Operation", "PagedOperation"])) {
      for (const name of ["retryStatuses", "rateLimit", "idempotent"]) {
        const property = propertyOf(constant, name);
        if (property !== undefined) yield leftOut(property);
      }
    }
    for (const call of callsOf(source, ["rateLimit"])) {
      const [header, , unit] = call.arguments;
      if (header !== undefined) yield replaced(header, JSON.stringify(`${textOfLiteral(header) ?? ""}-In`));
      if (unit !== undefined) yield replaced(unit, `${unit.getText()} / 10`);
    }
  },
};
