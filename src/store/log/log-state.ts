/** The state of storing, with words for the learner; nothing here throws. */

/**
 * `ok`: everything is stored. `memory-only`: nothing can be stored, the visit's events are kept in memory.
 * `read-only`: what is stored can be read, the latest events wait in memory and are tried again.
 * `newer`: a newer version of the app owns the storage.
 */
export interface LogState {
  status: 'ok' | 'memory-only' | 'read-only' | 'newer';
  /** Korean, what happened and what to do; empty when all is well. */
  message: string;
  /** The browser's own name for it, such as `QuotaExceededError`; null when all is well. */
  cause: string | null;
}

const EXPORT = '이 탭을 닫기 전에 학습 기록을 파일로 내보내 두세요.';

export const OK: LogState = { status: 'ok', message: '', cause: null };

export const missing = (): LogState => ({
  status: 'memory-only',
  message: `이 브라우저에는 학습 기록을 저장할 수 없어 이 탭에만 남습니다. ${EXPORT} 비공개 창이라면 일반 창에서 여세요.`,
  cause: 'IndexedDB',
});

/** Nothing says why: it may wait behind another tab's deletion of the database, or the browser hangs. */
export const slow = (): LogState => ({
  status: 'memory-only',
  message:
    '학습 기록 저장소가 아직 열리지 않습니다. 다시 시도해도 그대로면 이 사이트의 다른 탭을 닫거나 브라우저를 다시 시작하세요. 그동안의 답은 이 탭에 남습니다.',
  cause: 'slow',
});

export const closed = (cause: unknown): LogState => ({
  status: 'memory-only',
  message: `학습 기록 저장소를 열지 못해 이 탭에만 남습니다. ${EXPORT}`,
  cause: nameOf(cause),
});

export const newer = (): LogState => ({
  status: 'newer',
  message:
    '학습 기록이 이 화면보다 새로운 버전으로 저장되어 있습니다. 페이지를 새로 고치세요. 그동안의 답은 이 탭에 남습니다.',
  cause: 'VersionError',
});

export function writeFailed(cause: unknown): LogState {
  const name = nameOf(cause);
  const isFull = name === 'QuotaExceededError';
  return {
    status: 'read-only',
    message: isFull
      ? `저장 공간이 가득 차서 새 답을 저장하지 못했습니다. 기기의 공간을 비우면 다시 저장합니다. ${EXPORT}`
      : `새 답을 저장하지 못했습니다. 다음 답과 함께 다시 시도합니다. ${EXPORT}`,
    cause: name,
  };
}

export const refused = (): LogState => ({
  status: 'read-only',
  message: `나중에 읽을 수 없는 답이라 저장하지 않고 이 탭에만 남겼습니다. ${EXPORT}`,
  cause: 'Unreadable',
});

export const readFailed = (cause: unknown): LogState => ({
  status: 'read-only',
  message:
    '저장된 학습 기록을 읽지 못했습니다. 기록은 지우지 않았습니다. 다시 시도하거나 페이지를 새로 고치세요.',
  cause: nameOf(cause),
});

/** Events that the fold cannot take, which is a fault of ours. */
export const notCounted = (events: number): LogState => ({
  status: 'read-only',
  message: `저장된 기록 ${events}건을 계산하지 못해 빼고 보여 줍니다. 기록은 지우지 않았습니다. 학습 기록을 파일로 내보내 두세요.`,
  cause: 'fold',
});

export const isVersionError = (cause: unknown): boolean => nameOf(cause) === 'VersionError';

const nameOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : 'Error';
