/** Highlights code at build time; colours are classes (`hl-…` in code.css), since the pages allow no style attribute. */

import type { HighlighterCore, ThemeRegistrationRaw } from 'shiki/core';
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
  /** Makes languages ready, by the names that authors give them; unknown ones stay plain. */
  prepare(names: Iterable<string>): Promise<void>;
  highlight(code: string, language: string): Html | null;
}

/** A highlighter that is loaded, and a grammar of it, only when some page shows its language. Each piece of code is highlighted once. */
export function createHighlighter(): Highlighter {
  let core: Promise<HighlighterCore> | null = null;
  let ready: HighlighterCore | null = null;
  const grammars = new Map<string, Promise<boolean>>();
  const loaded = new Set<string>();
  /** By language and code: after a save, most code of a page is what it was. */
  const highlighted = new Map<string, Html>();

  const load = async (language: string): Promise<boolean> => {
    const { bundledLanguages } = await import('shiki/langs');
    const grammar = bundledLanguages[language as keyof typeof bundledLanguages];
    if (!grammar) return false;
    core ??= startShiki();
    ready = await core;
    await ready.loadLanguage(grammar);
    loaded.add(language);
    return true;
  };

  return {
    async prepare(names) {
      for (const language of new Set([...names].map(canonical))) {
        if (PLAIN.has(language)) continue;
        const known = grammars.get(language) ?? load(language);
        grammars.set(language, known);
        await known;
      }
    },
    highlight(code, name) {
      const lang = canonical(name);
      if (!ready || !loaded.has(lang) || code.length > LONGEST) return null;
      const key = `${lang}\n${code}`;
      const known = highlighted.get(key);
      if (known !== undefined) return known;
      // Without its limit of time, by which a machine under load leaves the end of a line without colours.
      const lines = ready.codeToTokensBase(code, { lang, theme: 'roles', tokenizeTimeLimit: 0 });
      const html = trusted(lines.map((line) => line.map(markup).join('')).join('\n'));
      highlighted.set(key, html);
      return html;
    },
  };
}

/** Code of more letters stays plain. */
const LONGEST = 50_000;

async function startShiki(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createOnigurumaEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/oniguruma'),
  ]);
  // Half the time of the engine in JavaScript, which has to translate every expression of a grammar first.
  const engine = createOnigurumaEngine(import('shiki/wasm'));
  return createHighlighterCore({ themes: [theme], langs: [], engine });
}

const canonical = (language: string): string => ALIASES[language.toLowerCase()] ?? language.toLowerCase();

function markup(token: { content: string; color?: string }): string {
  const role = roleOf.get(token.color?.toLowerCase() ?? '');
  const text = escapeHtml(token.content);
  return role === undefined || token.content.trim() === '' ? text : `<span class="hl-${role}">${text}</span>`;
}
