import type { KeyboardEvent } from 'react';

export interface SearchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** The search of a panel. Escape empties it first, and closes the panel the next time. */
export function SearchField({ id, label, hint, text, setText }: SearchFieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !text) return;
    setText('');
    event.preventDefault();
  };
  return (
    <label className="search">
      {label}
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={hint}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
