import { type FormEvent, type ReactElement, useContext, useMemo, useState } from 'react';
import { useMutation } from 'urql';
import { Intent, type Result, asResult, messagesByField } from '@charter/client';
import { FileComplaintDocument, type FileComplaintMutation } from '@charter/client/documents';
import { asDocument } from './graph';
import { Problem } from './problem';
import { LanguageContext, type Word, useWords } from './words';

type Filed = Result<FileComplaintMutation>;

/** Each input of the form by its place in the mutation's input: the paths of errors are the same. */
const FIELDS: readonly (readonly [path: string, label: Word])[] = [
  ['title', 'subject'],
  ['body', 'text'],
  ['petitioner.name', 'name'],
  ['petitioner.phone', 'phone'],
];

/** @param onFiled called with the new complaint's id */
export function FileForm({ onFiled }: { onFiled: (id: string) => void }): ReactElement {
  const { word } = useWords();
  const language = useContext(LanguageContext);
  const intent = useMemo(() => new Intent('file-complaint', sessionStorage), []);
  const [, file] = useMutation(asDocument(FileComplaintDocument));
  const [isSending, setSending] = useState(false);
  const [result, setResult] = useState<Filed>();
  const messages = result?.kind === 'refused' ? messagesByField(result.userErrors) : {};

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '');
    setSending(true);
    const filed = await intent.submit(async (idempotencyKey) => {
      const petitioner = { name: text('petitioner.name'), phone: text('petitioner.phone') };
      const input = {
        serviceCode: 'ROAD_REPAIR',
        title: text('title'),
        body: text('body'),
        petitioner,
        idempotencyKey,
      };
      return asResult(await file({ input }), language) as Filed;
    });
    setSending(false);
    setResult(filed);
    if (filed.kind !== 'complete' && filed.kind !== 'partial') return;
    const { complaint } = filed.data.fileComplaint;
    if (complaint) onFiled(complaint.id);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {FIELDS.map(([path, label]) => {
        const found = messages[path] ?? [];
        const shared = { name: path, 'aria-invalid': found.length > 0, 'aria-describedby': `${path}-fault` };
        return (
          <label key={path}>
            {word(label)}
            {path === 'body' ? <textarea {...shared} rows={4} /> : <input {...shared} />}
            <span id={`${path}-fault`} role="alert">
              {found.join(' ')}
            </span>
          </label>
        );
      })}
      {(messages[''] ?? messages.petitioner ?? []).map((message) => (
        <p key={message} role="alert">
          {message}
        </p>
      ))}
      {result?.kind === 'failed' && <Problem failure={result.failure} />}
      <button disabled={isSending}>{word(isSending ? 'filing' : 'file')}</button>
    </form>
  );
}
