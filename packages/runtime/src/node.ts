export { nodeFetch } from "./node/node-fetch.ts";
export type { ClientCertificate, NodeFetch, NodeFetchOptions, Pem } from "./node/options.ts";
