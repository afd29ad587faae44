import type { ContractSuiteOptions } from "@vendor-sdks/contract";
import { CohesityClient, isApiError } from "../../src/index.ts";

export const vendor: ContractSuiteOptions = {
  folder: new URL("../../", import.meta.url),
  client: CohesityClient,
  isApiError,
};
