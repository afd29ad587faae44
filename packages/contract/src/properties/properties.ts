import type { SchemaChecker, ValueMaker } from "@vendor-sdks/mock-server";
import { createValidator, type Validator } from "@vendor-sdks/runtime/validation";
import type { FullCase } from "../suite/complete-cases.ts";
import type { Spec } from "../openapi/spec.ts";
import type { Suite } from "../suite/suite.ts";
import { describeBroken } from "./broken.ts";
import { createInputs, type Inputs } from "./inputs.ts";
import { fuzzingOf, type Fuzzing } from "./seed.ts";
import { describeSound } from "./sound.ts";

/** What the properties of one package share. */
export interface Properties extends Fuzzing {
  readonly inputs: Inputs;
  readonly validator: Validator;
}

export interface PropertiesOptions {
  readonly folder: URL;
  readonly service: string;
  readonly spec: Spec;
  readonly checker: SchemaChecker;
  readonly maker: ValueMaker;
}

export function createProperties({ folder, service, checker, maker, spec }: PropertiesOptions): Properties {
  return {
    ...fuzzingOf(folder, spec.operations.size),
    inputs: createInputs(spec.document, checker, maker),
    validator: createValidator(service, spec.document),
  };
}

/** Requests made from the schemas. */
export function describeRequestProperties(suite: Suite, properties: Properties, operation: FullCase): void {
  describeSound(suite, properties, operation);
  describeBroken(suite, properties, operation);
}
