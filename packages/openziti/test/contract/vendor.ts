import type { ContractSuiteOptions } from "@vendor-sdks/contract";
import { OpenzitiClient, isApiError } from "../../src/index.ts";

export const vendor: ContractSuiteOptions = {
  folder: new URL("../../", import.meta.url),
  client: OpenzitiClient,
  isApiError,
};
