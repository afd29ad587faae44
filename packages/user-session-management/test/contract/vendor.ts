import type { ContractSuiteOptions } from "@vendor-sdks/contract";
import { UserSessionManagementClient, isApiError } from "../../src/index.ts";

export const vendor: ContractSuiteOptions = {
  folder: new URL("../../", import.meta.url),
  client: UserSessionManagementClient,
  isApiError,
};
