import ts from "typescript";
import { replaced, type Operator } from "../operator.ts";
import { nodesOf } from "../source.ts";

export const lostEncoding: Operator = {
  name: "lost encoding",
  breaks: "Names and values stand in a URL as they are, and end or split it.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      if (ts.isIdentifier(node) && node.text === "encodeURIComponent") yield replaced(node, "String");
    }
  },
};

export const negatedCondition: Operator = {
  name: "negated condition",
  breaks: "What is to be done in one case is done in the other.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      if (ts.isIfStatement(node)) yield replaced(node.expression, `!(${node.expression.getText()})`);
      else if (ts.isConditionalExpression(node)) yield replaced(node.condition, `!(${node.condition.getText()})`);
    }
  },
};

export const lostStatement: Operator = {
  name: "lost statement",
  breaks: "Something is not done at all: a header not set, a body not sent, a session not kept.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      if (!ts.isExpressionStatement(node) || node.parent.kind === ts.SyntaxKind.SourceFile) continue;
      const isSuper =
        ts.isCallExpression(node.expression) && node.expression.expression.kind === ts.SyntaxKind.SuperKeyword;
      if (!isSuper) yield replaced(node, ";");
    }
  },
};

export const wrongErrorClass: Operator = {
  name: "wrong class of an error",
  breaks: "What went wrong is told as something else.",
  *find({ tree }) {
    const named = new Set(["ConfigurationError", "ConnectionError", "TimeoutError", "AbortError"]);
    for (const node of nodesOf(tree)) {
      const isError = ts.isCallExpression(node) && /(?:^|\.)error$/.test(node.expression.getText());
      const [type] = isError ? node.arguments : [];
      if (type !== undefined && named.has(type.getText())) {
        const base = `(class extends (${type.getText()} as never as new (...all: unknown[]) => Error) { override name = "Error" } as never)`;
        yield replaced(type, base);
      }
    }
  },
};

export const wrongNumber: Operator = {
  name: "wrong number",
  breaks: "A status, a limit or a place is another: the wrong status is tried again, a page is skipped.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      // Types are gone before anything runs.
      if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(node.parent))
        yield replaced(node, `(${node.getText()} + 1)`);
    }
  },
};

const OTHER: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
};

export const wrongComparison: Operator = {
  name: "wrong comparison",
  breaks: "A rule holds in the wrong cases.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      // Conditions that are this and nothing else are negated already.
      if (!ts.isBinaryExpression(node) || isCondition(node)) continue;
      const other = OTHER[node.operatorToken.kind];
      if (other !== undefined) yield replaced(node.operatorToken, other);
    }
  },
};

function isCondition(node: ts.BinaryExpression): boolean {
  const { parent } = node;
  const isWhole =
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node);
  return isWhole && node.operatorToken.getText().endsWith("==");
}

export const lostValue: Operator = {
  name: "lost value",
  breaks: "A value that is given is passed over for the usual one.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
        yield replaced(node, `(${node.right.getText()})`);
    }
  },
};

export const lostElement: Operator = {
  name: "lost element",
  breaks: "One of several texts that a rule names is missing: a status, a method, a word.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      if (!ts.isArrayLiteralExpression(node) || node.elements.length < 2) continue;
      if (!node.elements.every((each) => ts.isStringLiteral(each) || ts.isNumericLiteral(each))) continue;
      for (const each of node.elements) yield replaced(each, ts.isStringLiteral(each) ? `"no such"` : "0");
    }
  },
};

export const wrongText: Operator = {
  name: "wrong text",
  breaks: "A name, a mark or a separator is another: a header, a prefix, what stands between two values.",
  *find({ tree }) {
    for (const node of nodesOf(tree)) {
      if (!ts.isStringLiteral(node) || node.text === "" || !isValue(node)) continue;
      yield replaced(node, JSON.stringify(`${node.text}~`));
    }
  },
};

/** What errors say is for people; imports, types and kinds of values are not texts of their own. */
function isValue(node: ts.StringLiteral): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at) || ts.isTypeNode(at) || ts.isNewExpression(at))
      return false;
    if (ts.isTypeOfExpression(at) || ts.isThrowStatement(at)) return false;
    if (
      ts.isCallExpression(at) &&
      /(?:^|\.)(?:error|refuse|stray|mistake|signInError|explained|refusal)$/i.test(at.expression.getText())
    )
      return false;
  }
  const { parent } = node;
  const isTypeName = ts.isBinaryExpression(parent) && ts.isTypeOfExpression(parent.left);
  return !isTypeName && !(ts.isPropertyAssignment(parent) && parent.name === node);
}
