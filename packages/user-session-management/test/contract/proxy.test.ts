import { contractSuite } from "@vendor-sdks/contract";
import { vendor } from "./vendor.ts";

contractSuite(vendor, "proxy");
