/** Constants that the build was given; they are missing in development and in tests. */

export const APP_VERSION: string = import.meta.env.APP_VERSION ?? '';

export const HAS_SERVICE_WORKER: boolean = import.meta.env.HAS_SERVICE_WORKER === true;
