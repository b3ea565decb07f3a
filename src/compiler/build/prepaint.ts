/**
 * The one script that runs before the first paint: it sets the reader's preferences on `<html>`, so that nothing flashes,
 * has all questions laid out where the address leads to a place of the page, marks browsers that cannot read the scripts
 * (base.css says so on the page), and who has been here before, whose room on the course map is kept (home.css).
 */

import { FONT_KEY } from '../../store/course-font.ts';
import { PREFERENCES_KEY, TEXT_SIZES, THEMES, WIDTHS } from '../../store/preferences-format.ts';
import { dueDayKey } from '../../store/study/start-at-review.ts';

/** The script for a build; the same on every page, so that one hash in the policy allows it. */
export function prepaintScript(fonts: readonly string[], base: string): string {
  const attributes = [
    ['theme', THEMES.slice(1)],
    ['text', TEXT_SIZES.filter((size) => size !== 'normal')],
    ['width', WIDTHS.filter((width) => width !== 'normal')],
  ];
  const face =
    fonts.length === 0
      ? ''
      : `var f=${quote(fonts.join(' '))};if(localStorage.getItem(${quote(FONT_KEY)})===f){d.font='';f.split(' ').forEach(function(h){` +
        `var l=document.createElement('link');l.rel='preload';l.as='font';l.crossOrigin='';l.href=h;document.head.append(l)})}`;
  const begun = `if(localStorage.getItem(${quote(dueDayKey(base))}))d.begun='record';else if(p.lastRead)d.begun='read';`;
  return (
    `var d=document.documentElement.dataset;if(location.hash)d.landed='';try{RegExp('(?<=a)');[].toSorted()}catch(e){d.old=''}try{var p=JSON.parse(localStorage.getItem(${quote(PREFERENCES_KEY)}))||{};` +
    `${JSON.stringify(attributes)}.forEach(function(k){if(k[1].indexOf(p[k[0]])>=0)d[k[0]]=p[k[0]]});${begun}${face}}catch(e){}`
  );
}

const quote = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');
