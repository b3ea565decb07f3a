/** The base path of the site without its closing slash: empty, or `/study`. It is a constant of the build. */

/** While notes are written, the pages of the author's guide live below a base of their own. */
let developed =
  import.meta.env.DEV && !import.meta.env.SSR ? document.documentElement.dataset.base : undefined;

export const basePath = (): string =>
  (import.meta.env.DEV && developed ? developed : import.meta.env.BASE_URL).slice(0, -1);

/** For the dev server, which renders pages of both. */
export function setDevelopedBase(base: string): void {
  developed = base;
}

export const APP_VERSION: string = import.meta.env.APP_VERSION ?? '';

export const HAS_SERVICE_WORKER: boolean = import.meta.env.HAS_SERVICE_WORKER === true;
