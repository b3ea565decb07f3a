/**
 * The one place where a string becomes markup or the address of a script: the policy of the pages
 * (`require-trusted-types-for 'script'`) refuses every other. Browsers without Trusted Types go on taking strings.
 */

import type { Html } from '../core/model/html.ts';

export const POLICY_NAME = 'study';

interface Policy {
  createHTML(markup: string): TrustedHTML;
  createScriptURL(address: string): unknown;
}

const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy(name: string, rules: Record<keyof Policy, (text: string) => string>): Policy;
  };
};
const policy = trustedTypes?.createPolicy(POLICY_NAME, {
  createHTML: (markup) => markup,
  createScriptURL: (address) => address,
});

/** Another object for each call: React inserts markup anew when it is given another. */
export const trustedHtml = (html: Html): string | TrustedHTML => policy?.createHTML(html) ?? html;

/** For a script of the build only. Said to be a string, since TypeScript's workers take nothing else. */
export const trustedScript = (address: string): string =>
  (policy?.createScriptURL(address) ?? address) as string;
