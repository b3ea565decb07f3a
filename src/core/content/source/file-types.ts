/**
 * Which files a note may bring to the site, and as what they are served: pictures, PDF, sound, video, data, source texts, office
 * files and archives. All else is refused: a page, script or style would run on the site's origin and could read the learner's record.
 */

const TEXT = 'text/plain; charset=utf-8';

const TYPES: ReadonlyMap<string, string> = new Map([
  ...typed('image/', 'png gif webp avif bmp apng'),
  ...typed('audio/', 'flac aac opus wav'),
  ...typed('video/', 'mp4 webm'),
  ...Object.entries({
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    svg: 'image/svg+xml; charset=utf-8',
    ico: 'image/x-icon',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    m4v: 'video/mp4',
    ogv: 'video/ogg',
    mov: 'video/quicktime',
    vtt: 'text/vtt; charset=utf-8',
    pdf: 'application/pdf',
    csv: 'text/csv; charset=utf-8',
    json: 'application/json; charset=utf-8',
    zip: 'application/zip',
  }),
  ...as(
    TEXT,
    'txt tsv jsonl geojson ipynb yaml yml toml ini cfg conf env properties log sql srt bib diff patch tex',
  ),
  ...as(
    TEXT,
    'bash c cc clj cpp cs dart dockerfile ex fs go gradle graphql h hcl hpp hs java jl kt lua m ml proto ps1',
  ),
  ...as(TEXT, 'py r rb rs scala sh swift tf ts zig zsh'),
  ...as('application/octet-stream', 'docx pptx xlsx doc ppt xls hwp hwpx odt odp ods rtf epub psd ai'),
  ...as(
    'application/octet-stream',
    'tar tgz bz2 xz 7z zst rar parquet npy npz h5 pkl onnx pcap db sqlite heic tif tiff',
  ),
]);

/** Source texts and licences without an ending; any other name without one is a folder. */
const BARE_FILE = /^(?:dockerfile|makefile|licen[cs]e|pipfile|procfile|jenkinsfile|vagrantfile)$/i;
/** A server may send `a.html.gz` as `a.html`: of these, only what holds no page. */
const COMPRESSED = /[^.]\.(?:tar|csv|tsv|jsonl|sql|npy|log)\.gz$/i;

/** The type a file of the notes is served as; null when it may not be brought. `docker/shot.PNG` → `image/png`. */
export function fileType(file: string): string | null {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/[\p{Cc}\\]/u.test(file)) return null;
  if (BARE_FILE.test(name)) return TEXT;
  if (COMPRESSED.test(name)) return 'application/gzip';
  const [, ending = ''] = /[^.]\.([^.]+)$/.exec(name) ?? [];
  return TYPES.get(ending.toLowerCase()) ?? null;
}

export const isSvg = (file: string): boolean => /\.svg$/i.test(file);

function typed(kind: string, endings: string): [string, string][] {
  return endings.split(' ').map((ending) => [ending, kind + ending]);
}

function as(type: string, endings: string): [string, string][] {
  return endings.split(' ').map((ending) => [ending, type]);
}
