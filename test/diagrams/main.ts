import { writeFileSync } from "node:fs";
import { architecture, drawn, page, renewed } from "./diagrams.ts";

/** `make diagrams`: draws the state diagrams of ARCHITECTURE.md anew from the tables. */
writeFileSync(architecture, renewed(page(), drawn()));
