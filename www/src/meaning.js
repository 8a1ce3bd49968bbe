// What a date, a sum or a quantity comes to, in words.

/** @typedef {import("../pkg/newsgloss.js").Value} Value */
/** @typedef {import("./words.js").Words} Words */

const DAY = 86_400_000;

/**
 * "16 July 2024, 3 days before publication", or nothing where nothing is known.
 * @param {Value | undefined} value
 * @param {string} published `YYYY-MM-DD`, or empty
 * @param {Words} words
 * @returns {string | undefined}
 */
export function meaning(value, published, words) {
  if (!value) return undefined;
  const { date, amount, currency, unit } = value;
  try {
    if (date) return [dates(date, words), distance(date, published, words)].filter(Boolean).join(", ");
    if (amount === undefined) return undefined;
    if (currency) {
      const style = /** @type {const} */ ({
        style: "currency",
        currency,
        currencyDisplay: "code",
        minimumFractionDigits: 0,
      });
      return new Intl.NumberFormat(words.lang, style).format(amount);
    }
    return unit && `${new Intl.NumberFormat(words.lang).format(amount)} ${unit}`;
  } catch {
    // A code or a date that this browser's Intl does not know.
    return undefined;
  }
}

/**
 * @param {string} date a day, month or year, or an interval of them
 * @param {Words} words
 */
function dates(date, words) {
  return date
    .split("/")
    .map((part) => {
      const [year, month, day] = part.split("T")[0].split("-").map(Number);
      const moment = new Date(0);
      moment.setUTCFullYear(year, (month || 1) - 1, day || 1);
      return new Intl.DateTimeFormat(words.lang, {
        year: "numeric",
        month: month ? "long" : undefined,
        day: day ? "numeric" : undefined,
        timeZone: "UTC",
      }).format(moment);
    })
    .join(" – ");
}

/**
 * @param {string} date
 * @param {string} published
 * @param {Words} words
 */
function distance(date, published, words) {
  const day = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(date)?.[0];
  if (!day || !published) return undefined;
  const days = Math.round((Date.parse(day) - Date.parse(published)) / DAY);
  if (!days) return words.say("today");
  if (!(Math.abs(days) < 367)) return undefined;
  const length = new Intl.NumberFormat(words.lang, { style: "unit", unit: "day", unitDisplay: "long" });
  return words.say(days < 0 ? "before" : "after", length.format(Math.abs(days)));
}
