import type { RequestId } from "../seam.ts";

/** A request as the store keeps it: JSON values only, everything `restore` needs. We own the fields. */
export interface StoredRequest {
  readonly request: RequestId;
  readonly role: "originating" | "terminating";
  readonly state: string;
}
