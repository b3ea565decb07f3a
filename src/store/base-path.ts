/** Where the site lives, without the closing slash: `` or `/study`; a constant of the build. */

export const basePath = (): string => import.meta.env.BASE_URL.slice(0, -1);
