import type { Visit } from '../visit';

/** What became of a sentence between two versions. */
export interface Change {
  readonly kind: string;
  readonly place: string;
  readonly code: string | null;
  readonly departmentCode: string | null;
  readonly department: { readonly name: string } | null;
  readonly text: {
    readonly before: string | null;
    readonly after: string | null;
    readonly words: readonly { readonly kind: 'ADDED' | 'KEPT' | 'REMOVED'; readonly text: string }[];
  };
}

export const CHANGE = `kind place code departmentCode department { name }
  text { before after words { kind text } }`;

const MARKED = { ADDED: 'ins', REMOVED: 'del' } as const;

/** One of both texts, with what the other one lacks marked. */
function Marked({ words, whole, side }: { words: Change['text']['words']; whole: string; side: 'ADDED' | 'REMOVED' }) {
  const Mark = MARKED[side];
  const own = words.filter(({ kind }) => kind === 'KEPT' || kind === side);
  if (own.length === 0) return <Mark>{whole}</Mark>;
  return (
    <>
      {own.map(({ kind, text }, at) => (kind === side ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>))}
    </>
  );
}

/** What a version changed, both texts of each sentence: the marks are told by words as well, to whoever does not see them. */
export const Changes = ({ visit: { words }, changes }: { visit: Visit; changes: readonly Change[] }) => (
  <ul className="actions">
    {changes.map(({ kind, place, code, department, departmentCode, text }, at) => (
      <li key={`${place} ${departmentCode} ${code} ${at}`}>
        <p className="small">
          <strong>{words.charter.kinds[kind]}</strong> · {words.charter.places[place]}
          {department && ` · ${department.name}`}
        </p>
        <dl className="list">
          {text.before !== null && (
            <div>
              <dt>{words.charter.before}</dt>
              <dd>
                <Marked words={text.words} whole={text.before} side="REMOVED" />
              </dd>
            </div>
          )}
          {text.after !== null && (
            <div>
              <dt>{words.charter.after}</dt>
              <dd>
                <Marked words={text.words} whole={text.after} side="ADDED" />
              </dd>
            </div>
          )}
        </dl>
      </li>
    ))}
  </ul>
);
