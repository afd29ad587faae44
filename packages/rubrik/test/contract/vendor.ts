import type { ContractSuiteOptions } from "@vendor-sdks/contract";
import { RubrikClient, isApiError } from "../../src/index.ts";

export const vendor: ContractSuiteOptions = {
  folder: new URL("../../", import.meta.url),
  client: RubrikClient,
  isApiError,
};
