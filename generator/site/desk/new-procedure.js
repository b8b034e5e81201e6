// What a new procedure begins with: where it belongs, the text of another one, pasted words.
import { choice, reference } from "./fields.js";
import { codeOf, picker } from "./picker.js";
import { read } from "./record.js";
import { copiedKeys, firstVersion, procedureId, procedureText } from "./rows.js";

/** The fields of a new procedure but its name: field of administration, who publishes, what it begins with. */
export function origin(desk, rows) {
  const { say } = desk;
  const fields = choice("linh-vuc", say("desk.field"), [["", say("desk.choose")], ...[...desk.fieldNames()]]);
  const agency = reference("co-quan-cong-bo", say("desk.publisher"), desk.names("agency_id"), desk);
  agency.input.value = desk.names("agency_id").byId.get(rows.decision.agency) ?? "";
  const like = picker(desk, { id: "tim-ban-mau", label: say("desk.begin_from") });
  return {
    elements: [fields.element, agency.element, like.element],
    publisher: () => agency.id(),
    faults: () => [!fields.input.value && [say("desk.no_field"), fields.input], agency.fault(say("desk.no_agency"))],
    /** The two files of a new procedure, its first version with the text of the one chosen. */
    async files(code, title, taken, day, pasted = null) {
      const [record] = like.picked;
      const source = record && (await rows.next(codeOf(record), day)).file;
      const model = record && read(await desk.source(record.path));
      const id = procedureId(code, title, (one) => rows.has(one) || taken.has(one));
      taken.add(id);
      const folder = `procedures/${fields.input.value}/${id}`;
      const identity = procedureText({ id, code, field: fields.input.value, agency: agency.id(), reason: say("desk.no_code_yet") }, model ?? undefined);
      const copied = model ? [{ kind: "copied_identity", name: record.title, names: copiedKeys(model).map((key) => desk.schemas.procedure.properties[key].title).join(", ") }] : [];
      const version = firstVersion(id, title, pasted?.version ?? source?.before ?? null);
      return {
        id,
        files: {
          [`${folder}/procedure.yml`]: { kind: "procedure", base: null, sha256: null, text: identity, ...(copied[0]?.names ? { assumed: copied } : {}) },
          [`${folder}/v001.yml`]: { kind: "version", base: null, sha256: null, text: version, ...(source ? { before: source.before, like: source.like } : {}), ...(pasted ? { unread: pasted.unread, assumed: pasted.assumed } : {}) },
          ...pasted?.files,
        },
      };
    },
  };
}
