/**
 * Replaces markdown-it's token class by a faster one: its build sets each field by a call, and a course has tens of thousands of
 * tokens.
 */

import markdownIt, { type MarkdownIt, type StateBlock, type StateInline, type Token } from 'markdown-it';

class PlainToken {
  type: string;
  tag: string;
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  nesting: Token['nesting'];
  level = 0;
  children: Token[] | null = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;
  /** Where the parser stood in the run when it made an inline token: at its mark, or behind the last part of its text. */
  at?: number = 0;

  constructor(type: string, tag: string, nesting: Token['nesting']) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}
Object.setPrototypeOf(PlainToken.prototype, markdownIt.Token.prototype);

/** A token with markdown-it's own fields and methods. */
export const newToken = (type: string, tag: string, nesting: Token['nesting']): Token =>
  new PlainToken(type, tag, nesting) as Token;

/** The offset in the content of its run of a text token that no rule has changed yet. */
export const offsetOf = (token: Token, content: string): number =>
  content.lastIndexOf(token.content, (token as PlainToken).at);

/** Characters that may begin inline markup. A run without any is one text. */
const MARKUP = /[\n\\`~*_[!<&$]/;

/** Makes a parser use these tokens. What its states push is the same, field by field. */
export function useOwnTokens(markdown: MarkdownIt): void {
  markdown.block.State = class extends markdown.block.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const token = newToken(type, tag, nesting);
      token.block = true;
      return place(this, token);
    }
  };
  markdown.inline.State = class extends markdown.inline.State {
    override pushPending(): Token {
      const token = newToken('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      (token as PlainToken).at = this.pos;
      this.tokens.push(token);
      this.pending = '';
      return token;
    }

    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      if (this.pending) this.pushPending();
      const token = newToken(type, tag, nesting);
      if (nesting < 0) this.delimiters = this._prev_delimiters.pop() ?? [];
      place(this, token);
      (token as PlainToken).at = this.pos;
      if (nesting > 0) {
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
      }
      this.pendingLevel = this.level;
      this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
      return token;
    }
  };
  const parse = markdown.inline.parse.bind(markdown.inline);
  markdown.inline.parse = (source, instance, env, tokens) => {
    if (source === '' || MARKUP.test(source)) return parse(source, instance, env, tokens);
    const text = newToken('text', '', 0);
    text.content = source;
    tokens.push(text);
  };
}

/** Nesting is counted from the outside: opening and closing token have the same level. */
function place(state: StateBlock | StateInline, token: Token): Token {
  if (token.nesting < 0) state.level--;
  token.level = state.level;
  if (token.nesting > 0) state.level++;
  state.tokens.push(token);
  return token;
}
