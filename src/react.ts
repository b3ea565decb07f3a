/** React's renderer as a piece of its own, so that its evaluation is one task. */

export { createRoot, hydrateRoot } from 'react-dom/client';
