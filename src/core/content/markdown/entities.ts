/**
 * Signs by their names: character references and addresses of raw HTML, read as markdown-it reads its own (`&amp;`, `&#x26;`), and emoji
 * (`:bulb:`).
 */

import MarkdownIt from 'markdown-it';

const { utils, normalizeLink } = new MarkdownIt('zero');

/** An address with all that is not ASCII percent-encoded, and its host in Punycode. */
export { normalizeLink };

/** A backslash is no escape in HTML. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text;

/** An address of an attribute, percent-encoded as those of markdown are. */
export const encodeAddress = (address: string): string => normalizeLink(decodeEntities(address).trim());

// `:bulb:` shows 💡, as on GitHub: of its names those that notes really use. An unknown name is left alone, as in `12:30:45` or `a:b:c`.

const NAMES =
  'smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 joy 😂 rofl 🤣 sweat_smile 😅 blush 😊 wink 😉 heart_eyes 😍 thinking 🤔 neutral_face 😐 sunglasses 😎 cry 😢 sob 😭 scream 😱 rage 😡 sleeping 😴 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 clap 👏 pray 🙏 muscle 💪 wave 👋 raised_hands 🙌 point_right 👉 point_left 👈 point_up ☝️ point_down 👇 eyes 👀 heart ❤️ broken_heart 💔 star ⭐ star2 🌟 sparkles ✨ fire 🔥 boom 💥 zap ⚡ bulb 💡 tada 🎉 rocket 🚀 warning ⚠️ exclamation ❗ question ❓ grey_question ❔ x ❌ o ⭕ heavy_check_mark ✔️ white_check_mark ✅ ballot_box_with_check ☑️ no_entry ⛔ no_entry_sign 🚫 construction 🚧 rotating_light 🚨 lock 🔒 unlock 🔓 key 🔑 mag 🔍 link 🔗 pushpin 📌 round_pushpin 📍 paperclip 📎 memo 📝 pencil 📝 pencil2 ✏️ book 📖 books 📚 bookmark 🔖 notebook 📓 clipboard 📋 page_facing_up 📄 file_folder 📁 open_file_folder 📂 package 📦 calendar 📆 date 📅 bar_chart 📊 chart_with_upwards_trend 📈 computer 💻 desktop_computer 🖥️ floppy_disk 💾 cd 💿 gear ⚙️ wrench 🔧 hammer 🔨 bug 🐛 whale 🐳 snake 🐍 penguin 🐧 cloud ☁️ sunny ☀️ umbrella ☔ snowflake ❄️ earth_asia 🌏 house 🏠 office 🏢 school 🏫 email 📧 phone ☎️ speech_balloon 💬 bell 🔔 loudspeaker 📢 hourglass ⌛ alarm_clock ⏰ recycle ♻️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ red_circle 🔴 large_blue_circle 🔵 information_source ℹ️ 100 💯 trophy 🏆 dart 🎯 art 🎨 seedling 🌱 cherry_blossom 🌸 four_leaf_clover 🍀 coffee ☕ kr 🇰🇷 us 🇺🇸 jp 🇯🇵'.split(
    ' ',
  );

const EMOJI: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap((name, at) => (at % 2 === 0 ? [[name, NAMES[at + 1] ?? '']] : [])),
);

/** A text, or its markup, with emoji in the place of their names. */
export const withEmoji = (text: string): string =>
  text.includes(':')
    ? text.replace(/(?<![\w:]):([a-z0-9_+-]+):(?![\w:])/g, (name, inner: string) => EMOJI.get(inner) ?? name)
    : text;
