// What the buttons of a draft do that hand it out of this browser: as one file, or into a folder.
import { writeInto } from "./folder.js";
import { NotSentError } from "./forge.js";
import { archive, changedFiles } from "./handover.js";
import { save } from "./home.js";
import { slug } from "./names.js";
import { savedWords } from "./remaining.js";

/** `toFile` and `toFolder` of a draft; neither hands out what is older than another window's. */
export function handingOut(desk, draft, titleOf) {
  const { say } = desk;

  /** Why nothing is handed out; null when it may be. */
  function obstacle() {
    desk.settle();
    if (desk.isStale()) return say("desk.elsewhere_first");
    return changedFiles(draft).length ? null : say("desk.nothing");
  }

  async function toFolder() {
    const why = obstacle();
    if (why) return desk.announce(why);
    const files = changedFiles(draft).map(([path, { base, text }]) => ({ path, base, text }));
    try {
      const chosen = await window.showDirectoryPicker({ mode: "readwrite" });
      return desk.announce(say("desk.written", { count: await writeInto(chosen, files) }));
    } catch (error) {
      if (error.name === "AbortError") return undefined;
      const known = error instanceof NotSentError;
      return desk.announce(say(known ? `desk.not_sent.${error.key}` : "desk.not_sent.folder", error.values));
    }
  }

  function toFile() {
    const why = obstacle();
    if (why) return desk.announce(why);
    const findings = desk.verdict(draft);
    save(`${slug(draft.name) || "de-nghi"}.zip`, archive(draft, desk.today, titleOf, desk, findings), "application/zip");
    desk.handedOver("saved");
    return desk.announce(savedWords(draft, desk));
  }

  return { toFile, toFolder };
}
