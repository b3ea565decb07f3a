/** Highlights code at build time; colours are classes (`hl-…` in code.css), since the pages allow no style attribute. */

import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { escapeHtml, type Html, trusted } from '../core/model/html.ts';

/** Scopes of the grammars to our few roles. The colour only carries the role's index. */
const ROLES: readonly (readonly [name: string, scopes: string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment']],
  ['string', ['string', 'punctuation.definition.string', 'constant.other.symbol']],
  ['number', ['constant.numeric', 'constant.language', 'constant.character', 'support.constant']],
  ['keyword', ['keyword', 'storage', 'variable.language', 'entity.name.tag.dockerfile']],
  [
    'name',
    [
      'entity.name.tag',
      'support.type.property-name',
      'entity.other.attribute-name',
      'meta.object-literal.key',
    ],
  ],
  ['function', ['entity.name.function', 'support.function', 'entity.name.command', 'entity.name.type']],
  [
    'variable',
    ['variable.other', 'variable.parameter', 'variable.readwrite', 'punctuation.definition.variable'],
  ],
];

const colour = (index: number) => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const roleOf = new Map(ROLES.map(([name], index) => [colour(index), name]));

const theme: ThemeRegistrationRaw = {
  name: 'roles',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: ROLES.map(([, scope], index) => ({ scope, settings: { foreground: colour(index) } })),
};

const ALIASES: Record<string, string> = {
  dockerfile: 'docker',
  sh: 'bash',
  shell: 'bash',
  yml: 'yaml',
  py: 'python',
};
/** Mermaid is drawn; where it cannot be, colours would not help. */
const PLAIN = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'mermaid']);

export interface Highlighter {
  /** Makes the languages of these sources' fences ready; unknown ones stay plain. */
  prepare(source: string): Promise<void>;
  highlight(code: string, language: string): Html | null;
}

/** A highlighter that loads a grammar only when some note uses it. */
export function createHighlighter(): Highlighter {
  let core: Promise<HighlighterCore> | null = null;
  let ready: HighlighterCore | null = null;
  const loaded = new Set<string>();
  const unknown = new Set<string>(PLAIN);

  return {
    async prepare(source) {
      for (const [, name = ''] of source.matchAll(/^[ \t>]*(?:```+|~~~+)[ \t]*([\w+#.-]+)/gm)) {
        const language = canonical(name);
        if (loaded.has(language) || unknown.has(language)) continue;
        const grammar = bundledLanguages[language as keyof typeof bundledLanguages];
        if (!grammar) {
          unknown.add(language);
          continue;
        }
        core ??= createHighlighterCore({
          themes: [theme],
          langs: [],
          engine: createJavaScriptRegexEngine({ forgiving: true }),
        });
        ready = await core;
        await ready.loadLanguage(grammar);
        loaded.add(language);
      }
    },
    highlight(code, name) {
      const lang = canonical(name);
      if (!ready || !loaded.has(lang) || code.length > 50_000) return null;
      // Without its limit of time, by which a machine under load leaves the end of a line without colours.
      const lines = ready.codeToTokensBase(code, { lang, theme: 'roles', tokenizeTimeLimit: 0 });
      return trusted(lines.map((line) => line.map(markup).join('')).join('\n'));
    },
  };
}

const canonical = (language: string): string => ALIASES[language.toLowerCase()] ?? language.toLowerCase();

function markup(token: { content: string; color?: string }): string {
  const role = roleOf.get(token.color?.toLowerCase() ?? '');
  const text = escapeHtml(token.content);
  return role === undefined || token.content.trim() === '' ? text : `<span class="hl-${role}">${text}</span>`;
}
