/** HTML comments are never shown; a few carry an identity: `<!-- course: id -->`, `compare`, `q`. */

import type { Token } from 'markdown-it';
import type { Context } from '../source/context.ts';

const DIRECTIVE = /^<!--\s*(course|compare|q)\s*:\s*([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})\s*-->$/u;

export type DirectiveKind = 'course' | 'compare' | 'q';

/** What a comment says to the tool, or null. */
export function directiveOf(comment: string): { kind: DirectiveKind; id: string } | null {
  const match = DIRECTIVE.exec(comment.trim());
  return match ? { kind: match[1] as DirectiveKind, id: match[2] ?? '' } : null;
}

/** The id that a token's comments give for a kind. */
export function idIn(token: Token | null | undefined, kind: DirectiveKind): string | null {
  for (const comment of (token?.meta?.comments as string[] | undefined) ?? []) {
    const directive = directiveOf(comment);
    if (directive?.kind === kind) return directive.id;
  }
  return null;
}

/** Keeps the comments of a token, and the course's id if one of them gives it. */
export function keepComments(token: Token, comments: string[], context: Context): void {
  token.meta = { ...token.meta, comments };
  if (comments.some((comment) => comment.includes('course'))) context.courseId ??= idIn(token, 'course');
}
