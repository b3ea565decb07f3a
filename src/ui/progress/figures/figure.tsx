/** A numbered figure: its title, a note, the picture, and the same numbers as a table. */

import type { ReactNode } from 'react';

interface FigureProps {
  /** 그림 1. */
  label: string;
  title: string;
  note?: ReactNode;
  /** What the picture says, in words. */
  caption?: ReactNode;
  children: ReactNode;
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export function Figure({ label, title, note, caption, children, table }: FigureProps) {
  return (
    <figure className="block">
      <figcaption>
        <div className="block-head">
          <h2>
            <b>{label}</b> {title}
          </h2>
          {note && <span className="note numeric">{note}</span>}
        </div>
        {caption && <p className="small">{caption}</p>}
      </figcaption>
      {children}
      <details className="fold as-table">
        <summary>
          표로 보기<span className="visually-hidden">{`: ${title}`}</span>
        </summary>
        <table className="data-table numeric">
          <thead>
            <tr>
              {table.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name = '', ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={table.head[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
