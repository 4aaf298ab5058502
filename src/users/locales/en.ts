import type { Catalogue } from "../catalogue.ts";
import { reasons } from "../reasons.ts";

/** S-15 to S-21, word for word. */
export const en: Catalogue = {
  keys: { Dial: "Dial", Cancel: "Cancel", Exit: "Exit" },
  date: "MM/DD/YYYY",
  activated: "CallBack is activated on <B>",
  available: "<B> has become available",
  time: "Time <time>",
  pressCancel: "Press Cancel to deactivate",
  pressExit: "Press Exit to quit this screen",
  pressDial: "Press Dial to call",
  pressAgain: "Press CallBack again for <B> instead",
  reasons,
};
