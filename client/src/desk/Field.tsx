import type { ReactElement, ReactNode } from 'react';

/** One field of a form under its label. The control inside carries `id`. */
export function Field({
  id,
  label,
  note = null,
  error = null,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly note?: string | null;
  readonly error?: string | null;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="field" data-error={error !== null}>
      <label htmlFor={id}>{label}</label>
      {children}
      {note === null ? null : <p className="field-note">{note}</p>}
      {error === null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
