/**
 * Commands that the notes show can be run as they are written, and their outputs have the shape that these commands give:
 * columns in order and as wide as the program makes them, and names that are those of the commands around them.
 */

import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readNotes } from '../support/notes.ts';
import { type Block, readBlocks } from './blocks.ts';

const notes = readNotes('content');
const blocks = readBlocks(notes);

interface Step {
  block: Block;
  command: string;
  output: string[];
}

/** Each command with what is printed below it: after `$ ` in a console, and as `# …` lines in a script. */
const steps: Step[] = blocks.flatMap((block) => {
  if (block.language !== 'console' && block.language !== 'bash') return [];
  const isConsole = block.language === 'console';
  const found: Step[] = [];
  for (const line of block.lines) {
    const last = found.at(-1);
    const starts = isConsole
      ? line.startsWith('$ ')
      : line !== '' && !line.startsWith('#') && !/^ {2}/.test(line);
    if (starts) found.push({ block, command: line.replace(/^\$ /, ''), output: [] });
    else if (last && !isConsole && /^ {2}/.test(line))
      last.command = `${last.command.replace(/\\$/, '')}${line.trim()}`;
    else if (last && isConsole && line !== '') last.output.push(line);
    else if (last && line.startsWith('# ') && !/[가-힣]/.test(line)) last.output.push(line.slice(2));
  }
  return found;
});

/** Commands in sentences, tables and right answers: `docker volume rm old-models`. Options that are wrong may be wrong. */
const written = [...notes].flatMap(([file, text]) => {
  let isCode = false;
  return text.split('\n').flatMap((line, index) => {
    if (/^(?:> ?)*`{3}/.test(line)) isCode = !isCode;
    return isCode || line.startsWith('- [ ]')
      ? []
      : [...line.matchAll(/`([^`]+)`/g)].map(([, command = '']) => ({
          at: `${file}:${index + 1}`,
          command,
          isAnswer: /^정답: /.test(line),
        }));
  });
});

/**
 * How each command is called: its options, those with `=` take a value, and after `:` its words. `[X]` may be left out,
 * `X…` is one or more, and `…` alone is another program's command, whose options are not read.
 */
const USAGE: Record<string, string> = {
  bash: ': FILE',
  base64: '-d :',
  cat: ': FILE…',
  cd: ': FOLDER',
  'conda activate': ': NAME',
  'conda create': '--name= --file= --prefix= : [PACKAGE…]',
  'conda deactivate': ':',
  'conda env create': '--file= :',
  'conda export': '--format= --file= --platform= --name= :',
  'conda init': ':',
  'conda install': '--name= : PACKAGE…',
  'conda list': '--name= :',
  curl: '-L -O -X= -H= -d= --retry= --retry-delay= --retry-all-errors : URL',
  deactivate: ':',
  docker: '--version :',
  'docker build': '-t= -q --target= --platform= : FOLDER',
  'docker buildx build': '-t= --platform= --push : FOLDER',
  'docker compose down': '-v :',
  'docker compose logs': ': [SERVICE]',
  'docker compose ps': '-a --format= :',
  'docker compose stop': ': [SERVICE]',
  'docker compose up': '-d --build --scale= :',
  'docker exec': ': CONTAINER …',
  'docker history': '--format= : IMAGE',
  'docker image ls': ':',
  'docker images': '--format= : [NAME]',
  'docker inspect': '--format= : NAME',
  'docker login': ': [REGISTRY]',
  'docker logs': ': CONTAINER',
  'docker network connect': ': NETWORK CONTAINER',
  'docker network create': ': NAME',
  'docker ps': '-a --format= :',
  'docker pull': ': IMAGE',
  'docker push': ': IMAGE',
  'docker rm': '-f : CONTAINER',
  'docker rmi': ': IMAGE',
  'docker run':
    '--rm -d --name= --network= -p= -v= --memory= --gpus= --tmpfs= --mount= --restart= --platform= : IMAGE [COMMAND] …',
  'docker stop': '-t= : CONTAINER',
  'docker tag': ': FROM TO',
  'docker volume create': ': NAME',
  'docker volume remove': '-f --force : NAME',
  'docker volume rm': '-f --force : NAME',
  echo: ': TEXT…',
  'git add': ': FILE…',
  'git push': ':',
  grep: ': PATTERN',
  'kind create cluster': ':',
  'kind delete cluster': ':',
  'kind load docker-image': ': IMAGE',
  'kubectl apply': '-f= -n= --context= :',
  'kubectl create -f': ': FILE',
  'kubectl create namespace': ': NAME',
  'kubectl create secret generic': '--from-literal= : NAME',
  'kubectl delete': '-l= : KIND [NAME]',
  'kubectl describe': ': KIND NAME',
  'kubectl exec': '-it : POD -- …',
  'kubectl explain': ': FIELD',
  'kubectl get': '-n= -o= -l= -A --show-labels : KIND [NAME]',
  'kubectl logs': '--previous : POD',
  'kubectl port-forward': ': TARGET PORTS',
  'kubectl rollout history': ': DEPLOYMENT',
  'kubectl rollout restart': ': DEPLOYMENT',
  'kubectl rollout status': '--timeout= : DEPLOYMENT',
  'kubectl rollout undo': '-n= --to-revision= : DEPLOYMENT [NAME]',
  'kubectl scale': '--replicas= : DEPLOYMENT',
  'kubectl set image': ': DEPLOYMENT IMAGE',
  'kubectl wait': '--for= --timeout= : OBJECT',
  ls: '-a : FOLDER',
  'nvidia-ctk runtime configure': '--runtime= :',
  'nvidia-smi': ':',
  pip: '--version :',
  'pip check': ':',
  'pip freeze': ':',
  'pip install': '-r= : [PACKAGE…]',
  'pipenv install': '--dev -d : [PACKAGE…]',
  'pipenv lock': ':',
  'pipenv run': ': COMMAND …',
  'pipenv shell': ':',
  'pipenv sync': '--dev :',
  'pipenv update': ':',
  'pipx install': ': PACKAGE',
  ps: '-e -o= :',
  python: '-c= : [FILE]',
  'python -m pip freeze': ':',
  'python -m pip install': '-r= : [PACKAGE…]',
  'python -m venv': ': FOLDER',
  source: ': FILE',
  'systemctl restart': ': SERVICE',
  'systemctl start': ': SERVICE',
  test: '-f= :',
  uname: '-r -s -m :',
  'uv add': ': PACKAGE',
  'uv init': ': [NAME]',
  'uv python pin': ': VERSION',
  'uv run': ': COMMAND …',
  'uv sync': '--locked :',
  virtualenv: '--python= : FOLDER',
  which: ': PROGRAM',
};
const PROGRAMS = new Set(Object.keys(USAGE).map((name) => name.split(' ')[0]));

/** Words as a shell makes them: `-d '{"a": 1}'` → `-d`, `{"a": 1}`; a comment ends them. */
function shellWords(text: string): string[] {
  const bare = text.replace(/ # .*$| +# .*$/, '');
  return [...bare.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}

/** A line is one or more commands, whose output may go to a file: `uv init demo && cd demo`, `pip freeze > list.txt`. */
function commandsOf(line: string): string[][] {
  const commands: string[][] = [[]];
  const words = shellWords(line);
  for (const [index, word] of words.entries()) {
    if (['&&', '||', '|'].includes(word)) commands.push([]);
    else if (!['>', '>>'].includes(word) && !['>', '>>'].includes(words[index - 1] ?? ''))
      commands.at(-1)?.push(word);
  }
  return commands;
}

/** What is wrong with a call, or null: `docker run -x iris:1.0` → `docker run takes no -x`. */
function wrongCall(given: string[]): string | null {
  // `sudo docker …` is called as `docker …`, `.venv/bin/pip` as `pip`, and python3 as python.
  const [first = '', ...more] = given[0] === 'sudo' ? given.slice(1) : given;
  const program = first.replace(/^.*\/bin\//, '').replace(/^python3$/, 'python');
  const all = [program, ...more];
  const name = [4, 3, 2, 1].map((count) => all.slice(0, count).join(' ')).find((start) => start in USAGE);
  if (name === undefined) return `${all.slice(0, 3).join(' ')} is in no list of this test`;
  const [options = '', words = ''] = (USAGE[name] ?? '').split(/ ?: ?/);
  const takes = words.split(' ').filter((word) => word !== '');
  const isEnough = takes.filter((word) => !/^\[|^…$/.test(word)).length;
  const hasMany = takes.some((word) => word.includes('…'));
  const endsOptions = takes.at(-1) === '…';
  const known = new Map(options.split(' ').map((option) => [option.replace('=', ''), option.endsWith('=')]));
  const rest = all.slice(name.split(' ').length);
  const plain: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const [option = '', value] = word.split(/=(.*)/s);
    if (!word.startsWith('-') || word === '--' || (endsOptions && plain.length > 0)) plain.push(word);
    // Short options stand together: `-eo pid,args`.
    else if (/^-\w\w+$/.test(word) && !known.has(word))
      rest.unshift(...[...word.slice(1)].map((each) => `-${each}`));
    else if (!known.has(option)) return `${name} takes no ${option}`;
    else if (known.get(option) && value === undefined && rest.shift() === undefined)
      return `${name} ${option} of what?`;
    else if (!known.get(option) && value !== undefined) return `${name} ${option} takes no value`;
  }
  if (plain.length < isEnough) return `${name} needs ${words}`;
  return plain.length > takes.length && !hasMany ? `${name} takes only ${words}` : null;
}

test('commands have the options and words that their programs take', () => {
  expect(steps.length).toBeGreaterThan(100);
  const wrong = steps.flatMap(({ block, command }) =>
    commandsOf(command)
      .map(wrongCall)
      .filter((said) => said !== null)
      .map((said) => `${block.at}: ${said}`),
  );
  expect(wrong).toEqual([]);
});

test('so have commands in sentences and answers', () => {
  const called = written.filter(
    ({ command }) => PROGRAMS.has(command.split(' ')[0] ?? '') && command.includes(' '),
  );
  expect(called.length).toBeGreaterThan(100);
  const wrong = called.flatMap(({ at, command, isAnswer }) =>
    commandsOf(command)
      .map(wrongCall)
      // A sentence may name a command or an option and no more: `docker compose`, `kubectl apply -f`.
      .filter((said) => said !== null && (isAnswer || !/ needs | of what\?$/.test(said)))
      .filter(() => isAnswer || !Object.keys(USAGE).some((name) => name.startsWith(command)))
      .map((said) => `${at}: ${said}`),
  );
  expect(wrong).toEqual([]);
});

/** The columns that a command prints, without those that `-o wide` adds. */
const COLUMNS: [command: RegExp, columns: string[]][] = [
  [/^kubectl get pods? /, ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE']],
  [/^kubectl get deployment /, ['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'AGE']],
  [/^kubectl get nodes /, ['NAME', 'STATUS', 'ROLES', 'AGE', 'VERSION']],
  [/^kubectl get hpa /, ['NAME', 'REFERENCE', 'TARGETS', 'MINPODS', 'MAXPODS', 'REPLICAS', 'AGE']],
  [/^kubectl get endpointslices /, ['NAME', 'ADDRESSTYPE', 'PORTS', 'ENDPOINTS', 'AGE']],
];
/** How Docker heads the fields of `--format 'table {{.Names}}\t{{.Ports}}'`; others are the name in capitals. */
const HEADS: Record<string, string> = { ID: 'IMAGE ID', CreatedBy: 'CREATED BY' };

/** The heading that a command prints, or null if it prints no table. */
function columnsOf(command: string): string[] | null {
  const fields = /--format 'table ([^']+)'/.exec(command)?.[1];
  if (fields !== undefined)
    return fields.split('\\t').map((field) => {
      const name = field.replace(/[{}.]/g, '');
      return HEADS[name] ?? name.toUpperCase();
    });
  const columns = COLUMNS.find(([pattern]) => pattern.test(`${command} `))?.[1];
  if (columns === undefined || /-o (?:json|yaml)/.test(command)) return null;
  return command.includes('--show-labels') ? [...columns, 'LABELS'] : columns;
}

/** The cells of a line, which two spaces or more divide. */
const cellsOf = (line: string): string[] => line.trim().split(/ {2,}/);

/** A table as wide as Docker (10) and kubectl (6) make its columns at least, with three spaces after the longest cell. */
function asPrinted(rows: string[][], least: number): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(least, ...rows.map((cells) => (cells[at] ?? '').length + 3)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('')
      .trimEnd(),
  );
}

test('tables have the columns of their command, in order and as wide as it makes them', () => {
  const tables = steps.flatMap((step) => {
    const columns = columnsOf(step.command);
    return columns === null || step.output.length === 0 || /^No resources/.test(step.output[0] ?? '')
      ? []
      : [{ ...step, columns }];
  });
  expect(tables.length).toBeGreaterThan(15);
  for (const { block, command, columns, output } of tables) {
    expect(cellsOf(output[0] ?? ''), `${block.at}: ${command}`).toEqual(columns);
    const rows = output.filter((line) => line !== '…').map(cellsOf);
    for (const cells of rows) expect(cells, `${block.at}: ${cells[0]}`).toHaveLength(columns.length);
    const printed = asPrinted(rows, command.startsWith('docker') ? 10 : 6);
    expect(
      output.filter((line) => line !== '…'),
      block.at,
    ).toEqual(printed);
  }
});

test('no table stands without the command that prints it', () => {
  const heads = blocks.filter(
    ({ language, lines }) =>
      language === 'text' && lines.some((line) => /^[A-Z][A-Z -]+ {2,}[A-Z]{2}/.test(line)),
  );
  expect(heads.map(({ at }) => at)).toEqual([]);
});

/** A name in the output of `kubectl get` that a controller made: `iris-api-6d9f7c5b8d-4xk2p`. */
const MADE = /^([a-z][a-z-]*?)(?:-[bcdfghjklmnpqrstvwxz2456789]{8,10})?-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

describe('names', () => {
  test('of pods are those that Kubernetes gives, and commands ask for pods that are listed', () => {
    const listed = steps.filter(
      ({ command, output }) => /^kubectl get pods\b/.test(command) && output.length > 1,
    );
    expect(listed.length).toBeGreaterThan(5);
    for (const { block, output } of listed) {
      const pods = output.slice(1).map((line) => cellsOf(line)[0] ?? '');
      for (const pod of pods) expect(pod, block.at).toMatch(MADE);
      const asked = steps
        .filter((step) => step.block === block)
        .flatMap(({ command }) => /^kubectl (?:describe pod|logs) (\S+)/.exec(command)?.[1] ?? []);
      for (const pod of asked) expect(pods, block.at).toContain(pod);
    }
  });

  test('of objects are said where they are used, or have a manifest', () => {
    const made = blocks
      .filter(
        ({ language, title, lines }) =>
          language === 'yaml' && !/fix$/.test(title) && lines.includes('metadata:'),
      )
      .flatMap(({ lines }) =>
        lines.flatMap((line) => /^ {2}(?:name|generateName): (\S+)$/.exec(line)?.[1] ?? []),
      );
    const named = steps.flatMap(({ block, command }) =>
      [...command.matchAll(/\b(?:deployment|service|job|secret|hpa)[/ ]([a-z][\w-]*)/g)].map(
        ([, name = '']) => ({
          block,
          command,
          name,
        }),
      ),
    );
    expect(named.length).toBeGreaterThan(15);
    for (const { block, command, name } of named) {
      const elsewhere = block.around.replaceAll(command, '');
      expect(
        made.includes(name) || elsewhere.includes(name) || /create/.test(command),
        `${block.at}: ${name}`,
      ).toBe(true);
    }
  });

  test('of files are those of blocks of the notes', () => {
    const titles = blocks.map(({ title }) => title.split(' ')[0] ?? '');
    const files = steps.flatMap(({ block, command }) =>
      [...command.matchAll(/(?: -f| --file| -r) ([a-z-]+\.(?:ya?ml|txt))/g)].map(([, name = '']) => ({
        block,
        command,
        name,
      })),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { block, command, name } of files) {
      const writes = block.around.split(command).join('');
      expect(titles.includes(name) || writes.includes(name), `${block.at}: ${name}`).toBe(true);
    }
  });

  test('of containers are said before they are used', () => {
    const used = steps.flatMap(({ block, command }) => {
      const name = /^docker (?:exec|logs|stop|inspect --format '[^']*') ([a-z]+)/.exec(command)?.[1];
      return name === undefined ? [] : [{ block, name }];
    });
    expect(used.length).toBeGreaterThan(5);
    // `docker run --name iris`, 「학습 컨테이너 `train`」
    for (const { block, name } of used)
      expect(block.around, block.at).toMatch(
        new RegExp(`--name ${name}\\b|\`${name}\`|docker stop ${name}\``),
      );
  });
});

/** What succeeds without a word, or is asked for by a question. */
const isSilent = ({ block, command }: Step) =>
  /^(?:docker tag|docker run --name eater|source) /.test(command) || block.around.includes('```output');

test('a console shows what each command prints', () => {
  const mute = steps.filter(
    (step) => step.block.language === 'console' && step.output.length === 0 && !isSilent(step),
  );
  expect(mute.map(({ block, command }) => `${block.at}: ${command}`)).toEqual([]);
});

describe('kubectl describe', () => {
  const described = steps.filter(({ command }) => command.startsWith('kubectl describe '));
  /** In this order; what is left out between is not shown to be there. */
  const PARTS = [
    'State',
    'Last State',
    'Limits',
    'Requests',
    'Readiness',
    'Allocatable',
    'Allocated resources',
    'Events',
  ];

  test('tells its parts in their order', () => {
    expect(described.length).toBeGreaterThan(8);
    for (const { block, output } of described) {
      const parts = output.flatMap((line) => PARTS.filter((part) => line.trim().startsWith(`${part}:`)));
      expect(parts.length, block.at).toBeGreaterThan(0);
      expect(parts, block.at).toEqual(PARTS.filter((part) => parts.includes(part)));
    }
  });

  test('lists events in five columns, two spaces apart', () => {
    const lists = described.flatMap(({ block, output }) => {
      const from = output.indexOf('Events:');
      return from < 0 ? [] : [{ at: block.at, lines: output.slice(from + 1) }];
    });
    expect(lists.length).toBeGreaterThan(4);
    for (const { at, lines } of lists) {
      const rows = lines.map((line) => line.trim().split(/ {2,}/));
      expect(rows[0], at).toEqual(['Type', 'Reason', 'Age', 'From', 'Message']);
      expect(rows[1], at).toEqual(['----', '------', '----', '----', '-------']);
      const widths = [0, 1, 2, 3].map((column) =>
        Math.max(...rows.map((row) => (row[column] ?? '').length + 2)),
      );
      const printed = rows.map(
        (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('')}`,
      );
      expect(lines, at).toEqual(printed.map((line) => line.trimEnd()));
    }
  });
});

/** The steps of a Dockerfile that make a layer or set what a container starts with, as they are written. */
const instructionsOf = (block: Block): string[] => block.lines.filter((line) => /^[A-Z]+ /.test(line));
const irisDockerfile = blocks.find(
  ({ file, title, language }) =>
    file === 'docker/components.md' && language === 'dockerfile' && title === 'Dockerfile',
);

describe('images', () => {
  const logs = blocks.filter(({ lines }) => /^\[\+\] Building /.test(lines[0] ?? ''));

  test('build logs count their steps, add up, and use the cache up to the first change', () => {
    expect(logs.length).toBeGreaterThan(2);
    for (const { at, lines } of logs) {
      const [, total = ''] = /^\[\+\] Building ([\d.]+)s \((\d+)\/\2\) FINISHED$/.exec(lines[0] ?? '') ?? [];
      const told = lines.slice(1).map((line) => {
        const [, cached, , number, count, step = '', seconds] =
          /^ => (CACHED )?(\[(\d+)\/(\d+)\] )?(\S.*?) {2,}([\d.]+)s$/.exec(line) ?? [];
        return { isCached: cached !== undefined, number, count, step, seconds: Number(seconds) };
      });
      const numbered = told.filter(({ number }) => number !== undefined);
      expect(
        numbered.map(({ number }) => Number(number)),
        at,
      ).toEqual(numbered.map((_, index) => index + 1));
      for (const { count } of numbered) expect(Number(count), at).toBe(numbered.length);
      // The base is never said to be cached; after the first step that is not, none is.
      const cached = numbered.slice(1).map(({ isCached }) => isCached);
      expect(cached, at).toEqual([...cached].sort((a, b) => Number(b) - Number(a)));
      const sum = told.reduce((seconds, each) => seconds + each.seconds, 0);
      expect(Number(total), at).toBeGreaterThanOrEqual(sum - 0.05);
      for (const line of lines.slice(1)) expect(line, at).toHaveLength((lines[1] ?? '').length);
    }
  });

  test('the notes’ logs and history are those of the notes’ Dockerfile', () => {
    const given = instructionsOf(irisDockerfile as Block);
    const layers = given.filter((step) => /^(?:WORKDIR|COPY|RUN) /.test(step));
    for (const { lines } of logs.filter(({ title }) => title !== ''))
      expect(lines.flatMap((line) => /\d\] ((?:WORKDIR|COPY|RUN) .*?) {2,}/.exec(line)?.[1] ?? [])).toEqual(
        layers,
      );

    const history = steps.find(({ command }) => /^docker history .* iris-api:1\.0$/.test(command));
    const shown = (history?.output ?? [])
      .filter((line) => line !== '…')
      .slice(1)
      .map((line) => cellsOf(line));
    const names = shown.map(([by = '']) => by.replace(' # buildkit', '').replace('RUN /bin/sh -c', 'RUN'));
    expect(names).toHaveLength(given.length - 1);
    for (const [index, step] of given.slice(1).reverse().entries()) {
      // `CMD ["uvicorn", "app:app"]` is told as `CMD ["uvicorn" "app:app"]`, `EXPOSE 8000` as `EXPOSE [8000/tcp]`.
      const told = step.replaceAll('", "', '" "').replace(/^EXPOSE (\d+)$/, 'EXPOSE [$1/tcp]');
      expect(told.startsWith((names[index] ?? '').replace(/…$/, '')), `${names[index]} of ${told}`).toBe(
        true,
      );
    }
    for (const file of ['app.py', 'requirements.txt']) {
      const text = blocks.find(({ title }) => title === file)?.lines.join('\n');
      const size = shown.find(([by]) => by?.startsWith(`COPY ${file} `))?.[1];
      expect(size, file).toBe(`${Buffer.byteLength(`${text}\n`)}B`);
    }
  });

  test('Docker cuts what made a layer at 45 letters', () => {
    const made = steps
      .filter(({ command }) => command.startsWith('docker history '))
      .flatMap(({ output }) => output.slice(1).map((line) => cellsOf(line)[0] ?? ''));
    expect(made.length).toBeGreaterThan(8);
    for (const by of made) {
      expect(by.length).toBeLessThanOrEqual(45);
      if (by.length > 1 && by.endsWith('…')) expect(by).toHaveLength(45);
    }
  });
});

/** What the commands above an asked output print, worked out from them by a plain rule for each question. */
const WORKED_OUT: Record<string, (asked: { lines: string[]; around: string }) => unknown[]> = {
  // The kernel is the host's: what the first `uname -r` printed.
  'container-uname-output': ({ lines }) => lines.filter((line) => !line.startsWith('$ ')),
  // `echo first > msg.txt` is in the image that is built next; a tag stays with the image it was given to.
  'image-tag-moves': ({ lines }) => {
    let [message, tags]: [string, Record<string, string>] = ['', {}];
    return lines.flatMap((line) => {
      message = /^echo (\w+) > msg\.txt$/.exec(line)?.[1] ?? message;
      const built = /^docker build .*-t (\S+) /.exec(line)?.[1];
      if (built !== undefined) tags = { ...tags, [built]: message };
      const [, from, to] = /^docker tag (\S+) (\S+)$/.exec(line) ?? [];
      if (from !== undefined && to !== undefined) tags = { ...tags, [to]: tags[from] ?? '' };
      return tags[/^docker run --rm (\S+)$/.exec(line)?.[1] ?? ''] ?? [];
    });
  },
  'env-one-version': ({ lines }) => [
    lines.findLast((line) => line.startsWith('pip install '))?.split(' ')[2],
  ],
  'image-run-cmd-output': ({ around }) =>
    [/^WORKDIR (.*)$/m, /^USER (.*)$/m].map((pattern) => pattern.exec(around)?.[1]),
  'k8s-apply-output': ({ lines }) => {
    const wanted = /--replicas=(\d+)/.exec(lines.join('\n'))?.[1];
    return [`${wanted} ${wanted}`];
  },
  'k8s-secret-output': ({ lines }) => [/--from-literal=token=(\S+)/.exec(lines[0] ?? '')?.[1]],
  'k8s-undo-output': ({ lines }) => [lines.flatMap((line) => / api=(\S+)/.exec(line)?.[1] ?? []).at(-2)],
  'venv-prefix-output': ({ lines }) => [
    `${/^cd (.*)$/.exec(lines[0] ?? '')?.[1]}/${/-m venv (.*)$/.exec(lines[1] ?? '')?.[1]}`,
  ],
  // Only what was written below the volume's folder is there for the next container.
  'volume-output': ({ lines }) => [
    ...[...(lines[1] ?? '').matchAll(/> \/notes\/(\S+?)[;']/g)].map(([, name]) => name),
    /echo (\w+)'$/.exec(lines[2] ?? '')?.[1],
  ],
  'yaml-load-output': ({ lines }) => {
    const text = lines.join('\n').split('"""')[1] ?? '';
    return Object.values(parseYaml(text, { version: '1.1' }) as object).map((value) =>
      typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value),
    );
  },
};

test('outputs that questions ask for are those that come out', () => {
  const asked = blocks.flatMap((block, index) => {
    const id = /<!-- q: (\S+)/.exec(block.around)?.[1] ?? '';
    return block.language === 'output'
      ? [{ id, output: block.lines, before: blocks[index - 1] as Block }]
      : [];
  });
  expect(asked.map(({ id }) => id).sort()).toEqual(Object.keys(WORKED_OUT).sort());
  for (const { id, output, before } of asked) expect(WORKED_OUT[id]?.(before), id).toEqual(output);
});
