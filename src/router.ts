/** The part of the router that the browser starts with, as a piece of its own: importing the whole package keeps all of it. */

export { BrowserRouter } from 'react-router';
