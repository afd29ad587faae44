import ts from "typescript";
import { leftOut, replaced, type Operator } from "../operator.ts";
import { assignmentsOf, nameOf, propertyOf, textOfLiteral } from "../source.ts";
import { operationsIn } from "./descriptors.ts";

export const wrongPage: Operator = {
  name: "wrong page",
  breaks:
    "A walk through a list asks for the same page again, for another size, or looks for its rows in another place.",
  *find(source) {
    for (const operation of operationsIn(source)) {
      for (const each of assignmentsOf(propertyOf(operation, "pagination")?.initializer)) {
        const { initializer } = each;
        const text = textOfLiteral(initializer);
        if (nameOf(each) === "style") yield replaced(initializer, "() => undefined");
        // That an answer says where it begins counts only with servers that begin elsewhere than they were asked.
        else if (text !== undefined && nameOf(each) !== "begins")
          yield replaced(initializer, JSON.stringify(`${text}x`));
        else if (ts.isArrayLiteralExpression(initializer)) {
          for (const part of initializer.elements) {
            if (ts.isNumericLiteral(part)) yield replaced(part, String(Number(part.text) - 1));
          }
          yield leftOut(each);
        }
      }
    }
  },
};
