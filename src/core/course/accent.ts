/**
 * A course's own colour in the place of the app's blackboard green, by day and by night. Text in it has the contrast that WCAG AA
 * asks for on every ground it stands on; the grounds and all other colours are those of tokens.css.
 */

/** OKLCH: lightness from 0 to 1, chroma, hue in degrees (Ottosson 2020). */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** What text needs on its ground. */
export const LEAST_CONTRAST = 4.5;

/** --paper and --on-accent of tokens.css by day. By night every accent is as light as the app's own, and can be read. */
const PAPER: Oklch = [0.995, 0.002, 150];

/** How the app's own accent is made of its hue 163 and chroma: of another colour the same is made. */
const SHADES = {
  'accent-hover': { day: [0.325, 0.064], night: [0.905, 0.058] },
  'accent-tint': { day: [0.945, 0.024], night: [0.318, 0.036] },
  'film-a': { day: [0.925, 0.03], night: [0.33, 0.044] },
  'film-b': { day: [0.958, 0.018], night: [0.286, 0.036] },
} as const;
const DAY = [0.4, 0.075] as const;
const NIGHT = [0.835, 0.068] as const;

/** The colour of a hue as the app would have it. */
export const colourOfHue = (hue: number): Oklch => inGamut([...DAY, hue]);

/** `#1d5fa8` or `#15a`; null for what is none. */
export function readHex(text: string): Oklch | null {
  const [, digits = ''] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text) ?? [];
  if (digits === '') return null;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  return [lightness, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

/** Components in linear sRGB; outside of 0 to 1 where no screen shows the colour. */
export function linearRgb([lightness, chroma, hue]: Oklch): [red: number, green: number, blue: number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

const isShown = (colour: Oklch): boolean => linearRgb(colour).every((part) => part > -0.001 && part < 1.001);

/** The same hue, as strong as a screen can show it. */
function inGamut([lightness, chroma, hue]: Oklch): Oklch {
  let strength = chroma;
  while (strength > 0 && !isShown([lightness, strength, hue])) strength = Math.max(0, strength - 0.002);
  return [lightness, strength, hue];
}

/** The ratio of WCAG 2. */
export function contrast(one: Oklch, other: Oklch): number {
  const clamp = (part: number) => Math.min(1, Math.max(0, part));
  const [a = 0, b = 0] = [one, other].map((colour) => {
    const [red, green, blue] = linearRgb(colour).map(clamp) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The tint, films and hover of a colour; a pale colour has pale ones. */
function shadesOf([, chroma, hue]: Oklch, theme: 'day' | 'night'): Record<keyof typeof SHADES, Oklch> {
  const strength = Math.min(1, chroma / DAY[1]);
  const shades = Object.entries(SHADES).map(([name, shade]) => [
    name,
    inGamut([shade[theme][0], shade[theme][1] * strength, hue]),
  ]);
  return Object.fromEntries(shades);
}

/** The least contrast of a colour where it is text by day, or the ground of text. */
export const dayContrast = (colour: Oklch): number =>
  Math.min(contrast(colour, PAPER), contrast(colour, shadesOf(colour, 'day')['accent-tint']));

/** The colour itself, or the nearest one, darker and of the same hue, that can be read by day. */
export function readableColour(colour: Oklch): Oklch {
  let [lightness, chroma, hue] = colour;
  while (dayContrast(inGamut([lightness, chroma, hue])) < LEAST_CONTRAST && lightness > 0) lightness -= 0.004;
  return lightness === colour[0] ? colour : inGamut([lightness, chroma, hue]);
}

/** As the author may write it; rounded to what is still as dark. */
export function toHex(colour: Oklch): string {
  const parts = linearRgb(colour).map((part) => {
    const value = Math.min(1, Math.max(0, part));
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.floor(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** The night's colours of a hue: light on the blackboard. */
function nightOf([, chroma, hue]: Oklch): Oklch {
  return inGamut([NIGHT[0], Math.min(NIGHT[1], chroma), hue]);
}

const written = ([lightness, chroma, hue]: Oklch): string =>
  `oklch(${[lightness.toFixed(3), chroma.toFixed(4), hue.toFixed(1)].map(Number).join(' ')})`;

/** The tokens of a readable colour by day and by night, by name. The app's own `--on-accent` stays. */
export function accentTokens(colour: Oklch): Record<string, { day: string; night: string }> {
  const [day, night] = [shadesOf(colour, 'day'), shadesOf(colour, 'night')];
  // A colour darker than the app's own gets darker still under the pointer.
  const hover = inGamut([
    Math.max(0, Math.min(colour[0] - 0.075, day['accent-hover'][0])),
    day['accent-hover'][1],
    colour[2],
  ]);
  const tokens: Record<string, { day: Oklch; night: Oklch }> = {
    accent: { day: colour, night: nightOf(colour) },
    ...Object.fromEntries(
      (Object.keys(SHADES) as (keyof typeof SHADES)[]).map((name) => [
        name,
        { day: day[name], night: night[name] },
      ]),
    ),
    'accent-hover': { day: hover, night: night['accent-hover'] },
  };
  return Object.fromEntries(
    Object.entries(tokens).map(([name, both]) => [
      name,
      { day: written(both.day), night: written(both.night) },
    ]),
  );
}
