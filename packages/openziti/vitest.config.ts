export { vendorConfig as default } from "@vendor-sdks/contract/config";
