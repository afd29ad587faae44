import ts from "typescript";
import { leftOut, replaced, type Operator } from "../operator.ts";
import { assignmentsOf, nameOf, nodesOf, propertyOf, textOfLiteral } from "../source.ts";
import { callsOf, constantsOf, kindsIn, operationsIn } from "./descriptors.ts";

export const lostCredentials: Operator = {
  name: "lost credentials",
  breaks: "A call that needs credentials is sent without, or one that needs none is signed in for.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      const security = propertyOf(operation, "security");
      if (security !== undefined) yield leftOut(security);
      else yield replaced(operation, `{ ...${operation.getText()}, security: [{ "no such scheme": [] }] }`);
    }
  },
};

export const lostAlternative: Operator = {
  name: "lost alternative",
  breaks: "Credentials that the spec lets in are refused.",
  *find(source) {
    const constants = [...nodesOf(source.tree)].filter(
      (node): node is ts.VariableDeclaration =>
        ts.isVariableDeclaration(node) && node.type?.getText() === "readonly SecurityRequirement[]",
    );
    const own = operationsIn(source).map((operation) => propertyOf(operation, "security")?.initializer);
    for (const list of [...own, ...constants.map(({ initializer }) => initializer)]) {
      if (list === undefined || !ts.isArrayLiteralExpression(list) || list.elements.length < 2) continue;
      for (const each of list.elements) yield leftOut(each);
    }
  },
};

export const wrongPlace: Operator = {
  name: "credential in the wrong place",
  breaks: "A credential goes into another header, or into a cookie.",
  *find(source) {
    for (const call of callsOf(source, ["inHeader", "inCookie", "inQuery"])) {
      const [name] = call.arguments;
      if (name !== undefined) yield replaced(name, JSON.stringify(`x-${textOfLiteral(name) ?? ""}`));
      const { arguments: given } = call;
      const args = given.map((each) => each.getText()).join(", ");
      // What only one place needs is not imported; a header is set by hand.
      const value = given[1]?.getText() ?? "undefined";
      yield replaced(call, `({ headers }) => headers.append("cookie", \`x=\${${value}}\`) /* not ${args.length} */`);
    }
    for (const call of callsOf(source, ["bearer", "basic"])) {
      const args = call.arguments.map((each) => each.getText());
      yield replaced(call, `({ headers }) => headers.set("authorization", String(${args.join(" ?? ")}))`);
    }
  },
};

export const wrongPrefix: Operator = {
  name: "wrong prefix",
  breaks: "A credential lacks the word that goes before it.",
  *find(source) {
    for (const call of callsOf(source, ["joined"])) {
      const [first] = call.arguments;
      // A second way to put it together counts only where the first one fails.
      const isLast = ts.isCallExpression(call.parent) && call.parent.arguments.indexOf(call) > 0;
      const isWay = ts.isCallExpression(call.parent) && call.parent.expression.getText() === "firstText";
      if (first !== undefined && textOfLiteral(first) !== undefined && !(isLast && isWay)) yield replaced(first, `""`);
    }
    for (const node of nodesOf(source.tree)) {
      if (!ts.isBinaryExpression(node) || !node.right.getText().startsWith("String(")) continue;
      if (textOfLiteral(node.left) !== undefined) yield replaced(node.left, `""`);
    }
  },
};

export const lostFieldOfLogin: Operator = {
  name: "lost field of a login",
  breaks: "A field of the credentials does not reach the login.",
  *find(source) {
    for (const kind of kindsIn(source)) {
      for (const step of ["login", "logout"]) {
        const property = propertyOf(kind, step);
        if (property === undefined) continue;
        for (const node of nodesOf(property)) {
          if (ts.isElementAccessExpression(node) && ts.isPropertyAssignment(node.parent))
            yield replaced(node, "undefined");
        }
      }
    }
  },
};

export const swappedCredentials: Operator = {
  name: "swapped credentials",
  breaks: "Name and password stand in each other's place.",
  *find(source) {
    for (const call of callsOf(source, ["basic"])) {
      const [name, password] = call.arguments;
      if (name !== undefined && password !== undefined)
        yield replaced(call, `basic(${password.getText()}, ${name.getText()})`);
    }
    for (const kind of kindsIn(source)) {
      const login = propertyOf(kind, "login");
      const texts = login === undefined ? [] : [...nodesOf(login)].filter((node) => ts.isElementAccessExpression(node));
      const [one, other] = texts.filter(({ parent }) => ts.isPropertyAssignment(parent));
      if (one !== undefined && other !== undefined) yield replaced(one, other.getText());
    }
  },
};

export const wrongFieldOfAnswer: Operator = {
  name: "wrong field of an answer",
  breaks: "What the session consists of is looked for in another place of the login's answer.",
  *find(source) {
    for (const kind of kindsIn(source)) {
      const login = propertyOf(kind, "login");
      for (const node of login === undefined ? [] : nodesOf(login)) {
        if (!ts.isElementAccessExpression(node) || ts.isElementAccessExpression(node.parent)) continue;
        if (!node.getText().startsWith("answer.body")) continue;
        const name = node.argumentExpression;
        yield replaced(name, JSON.stringify(`${textOfLiteral(name) ?? ""}x`));
      }
    }
  },
};

export const lostStep: Operator = {
  name: "lost step of signing in",
  breaks: "A second factor is not given, a session is never ended, its end is not known, or a 401 is mistaken.",
  *find(source) {
    for (const kind of kindsIn(source)) {
      for (const name of ["end", "expired"]) {
        const property = propertyOf(kind, name);
        if (property !== undefined) yield leftOut(property);
      }
      const login = propertyOf(kind, "login");
      for (const node of login === undefined ? [] : nodesOf(login)) {
        if (ts.isIfStatement(node)) yield replaced(node, ";");
      }
    }
    for (const { arguments: spans } of callsOf(source, ["lifetime"])) {
      for (const span of assignmentsOf(spans[0])) yield leftOut(span);
    }
  },
};

export const wrongLifetime: Operator = {
  name: "wrong lifetime",
  breaks: "A session is held for longer-lived than it is.",
  *find(source) {
    for (const call of callsOf(source, ["lifetime"])) {
      for (const node of nodesOf(call)) {
        if (ts.isNumericLiteral(node)) yield replaced(node, String(Number(node.text) * 10));
      }
    }
  },
};

export const wrongField: Operator = {
  name: "wrong field of credentials",
  breaks:
    "A field has another default, is secret where it is not, shown where it is secret, or needed where it is not.",
  *find(source) {
    for (const kind of kindsIn(source)) {
      for (const field of assignmentsOf(propertyOf(kind, "fields")?.initializer)) {
        for (const rule of assignmentsOf(field.initializer)) {
          const text = textOfLiteral(rule.initializer);
          if (nameOf(rule) === "default") yield replaced(rule.initializer, JSON.stringify(`${text ?? ""}s`));
          if (nameOf(rule) === "const" || nameOf(rule) === "optional" || nameOf(rule) === "once") yield leftOut(rule);
        }
        const rules = field.initializer.getText();
        if (!/secret: false/.test(rules))
          yield replaced(
            field.initializer,
            rules === "{}" ? "{ secret: false }" : rules.replace("{", "{ secret: false,"),
          );
      }
    }
  },
};

export const lostSecrecy: Operator = {
  name: "lost secrecy",
  breaks: "What the spec calls secret is shown in log lines.",
  *find(source) {
    for (const known of constantsOf(source, ["Known"])) {
      for (const name of ["credentials", "sensitive"]) {
        const list = propertyOf(known, name)?.initializer;
        if (list === undefined || !ts.isArrayLiteralExpression(list)) continue;
        for (const each of list.elements) yield leftOut(each);
      }
    }
  },
};
