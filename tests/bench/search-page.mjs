/** What the search's bench runs in the page: ours, and MiniSearch with settings of its own over the same documents. */

import MiniSearch from 'minisearch';
import { find, loadSearch } from '../../src/core/search/find.ts';

function plain({ documents, places }, settings) {
  const index = new MiniSearch({ fields: ['title', 'titles', 'text'], searchOptions: settings });
  index.addAll(
    documents.map(({ title, text, place }, id) => {
      const { area, topic, section } = places[place];
      return { id, title: title || section || topic, titles: [area, topic, section].join(' '), text };
    }),
  );
  return (query) => index.search(query).map(({ id }) => ({ place: places[documents[id].place] }));
}

window.bench = { find, loadSearch, plain };
