// The sums of src/suluh/sums, on the phone: change both or neither. All numbers are whole; all fractions are pairs.
function reckon(name, rates, answers) {
  const MANY = 1e8, WHOLE_DAY = 2400, steps = [];
  const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const stop = (why) => { throw {stop: why}; };
  const say = (step, values) => steps.push([step, values || {}]);
  const money = (value) => ["money", value], number = (value) => ["number", value];
  const hours = (value) => ["hours", value], days = (value) => ["days", value], many = (tenths) => ["times", tenths * 10];

  const whole = (above, below) => (above - above % below) / below;
  const rounded = ([above, below]) => whole(2 * above + below, 2 * below);
  const times = ([above, below], more, less) => [above * more, below * (less || 1)];

  const answer = (field) => answers[field] == null ? stop("missing") : answers[field];
  const choice = (field, options) => {
    const given = answer(field);
    return options.split(" ").indexOf(given) < 0 ? stop("impossible") : given;
  };
  const amount = (field, most, least) => {
    const given = answer(field);
    return Number.isInteger(given) && given >= (least == null ? 1 : least) && given <= (most || MANY) ? given : stop("impossible");
  };
  const rate = (id) => rates[id][rates[id].length - 1][1];
  const rateOn = (id, day) => {
    const past = rates[id].filter(([since]) => since <= day);
    return past[0] ? past[past.length - 1][1] : stop("before-known");
  };

  const length = (year, month) => LENGTHS[month - 1] + (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const written = (field) => {
    const given = answer(field), parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(given);
    if (!parts || typeof given !== "string") stop("impossible");
    const [year, month, day] = parts.slice(1).map(Number);
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > length(year, month)) stop("impossible");
    return given;
  };
  const later = (day, count) => {
    const month = +day.slice(5, 7) - 1 + count;
    return `${+day.slice(0, 4) + whole(month, 12)}-${`${month % 12 + 1}`.padStart(2, 0)}-${day.slice(8)}`;
  };
  const numbered = (year, month, day) => {
    if (month < 3) year--;
    return 365 * year + whole(year, 4) - whole(year, 100) + whole(year, 400) + whole(153 * ((month + 9) % 12) + 2, 5) + day;
  };
  // Whole months between two days, both counted in, and the days left since the last whole year.
  const service = (start, last) => {
    const [first, end] = [start, last].map((field) => written(field).split("-").map(Number));
    if (++end[2] > length(end[0], end[1])) {
      end[2] = 1;
      if (++end[1] > 12) {
        end[1] = 1;
        end[0]++;
      }
    }
    if (numbered(...end) <= numbered(...first)) stop("impossible");
    const months = (end[0] - first[0]) * 12 + end[1] - first[1] - (end[2] < first[2]);
    return [months, numbered(...end) - numbered(first[0] + whole(months, 12), first[1], first[2])];
  };
  const tier = (years) => ["short", "middle", "long"][(years >= rate("first-step")) + (years >= rate("second-step"))];

  const WORK = "home manual other unsure", PAID = "monthly daily hourly piece";
  const limited = (work, paid) => {
    if (work !== "other" && work !== "unsure") return "";
    const over = paid === "monthly" ? amount("monthly") > rate("limit") ? "over" : "under" : choice("earn", "under over unsure");
    return over === "over" ? work === "other" ? "over-limit" : "over-limit-unsure" : over === "unsure" ? over : "";
  };
  const wage = (paid, hourly) => {
    if (paid === "piece") amount("earned"), amount("worked", 31);
    else amount(paid);
    if (hourly || paid === "hourly" && hourly == null) amount("hours", WHOLE_DAY);
  };
  const dayOf = (paid) => {
    if (paid === "piece") {
      const earned = answers.earned, worked = answers.worked, day = [earned, worked];
      say("day-piece", {earned: money(earned), worked: number(worked), day: money(rounded(day))});
      return day;
    }
    const pay = answers[paid];
    if (paid === "monthly") {
      const divisor = rate("divisor");
      say("day-monthly", {wage: money(pay), divisor: number(divisor), day: money(rounded([pay, divisor]))});
      return [pay, divisor];
    }
    if (paid === "daily") {
      say("day-daily", {day: money(pay)});
      return [pay, 1];
    }
    const normal = answers.hours, day = [pay * normal, 100];
    say("day-hourly", {hour: money(pay), hours: hours(normal), day: money(rounded(day))});
    return day;
  };

  const workPay = () => {
    const work = choice("work", WORK);
    if (work === "home") stop("domestic");
    const paid = choice("paid", PAID), limit = limited(work, paid);
    if (limit.startsWith("over")) stop(limit);
    wage(paid, false);
    const normal = amount("hours", WHOLE_DAY);
    if (normal > rate("longest") * 100) stop("long-day");
    const which = choice("day", "normal rest holiday"), done = amount("done", WHOLE_DAY), count = amount("count", 366);
    if (limit) say("limit-unsure");
    const day = dayOf(paid), dayPay = money(rounded(day)), over = Math.max(0, done - normal), amounts = [];
    const hour = paid === "hourly" ? [answers.hourly, 1] : times(day, 100, normal);
    if (over && paid !== "hourly") say("hour", {day: dayPay, hours: hours(normal), hour: money(rounded(hour))});
    const add = (step, values, fraction) => {
      amounts.push(rounded(fraction));
      values.pay = money(rounded(fraction));
      say(step, values);
    };
    const part = (step, id, values) => {
      values.days = days(rate(id) * 10);
      values.day = dayPay;
      add(step, values, times(day, rate(id), 10));
    };
    const beyond = (id) => add(id, {over: hours(over), times: many(rate(id)), hour: money(rounded(hour))}, times(hour, over * rate(id), 1000));
    if (which === "normal" && !over) {
      say("none", {hours: hours(normal), done: hours(done)});
    } else if (which === "normal") {
      beyond("overtime");
    } else if (which === "rest") {
      const step = 2 * done <= normal ? "rest-half" : "rest-full";
      part(step, paid === "monthly" ? step + "-monthly" : step, {done: hours(Math.min(done, normal))});
    } else {
      if (paid === "monthly") {
        say("holiday-monthly");
      } else {
        say("holiday-own", {day: dayPay});
        amounts.push(dayPay[1]);
      }
      part("holiday", "holiday", {});
    }
    if (which !== "normal" && over) beyond(which + "-beyond");
    const sum = amounts.reduce((one, other) => one + other, 0);
    if (amounts[1] != null) say("together", {pay: money(sum)});
    if (count > 1) say("count", {pay: money(sum), count: number(count), total: money(sum * count)});
    return money(sum * count);
  };

  const minimumWage = () => {
    if (choice("work", "home other") === "home") stop("domestic");
    const before = choice("time", "now before") === "before";
    const day = before && written("day"), size = before ? choice("size", "many few unsure") : "many";
    const paid = choice("paid", PAID);
    // The rate of a month, and whether it is sure.
    const month = (on) => {
      if (!before) return [rate("month"), true];
      const large = rateOn("month", on);
      if (size === "many") return [large, true];
      const small = rateOn("month-small", on);
      return size === "few" ? [small, true] : [Math.min(small, large), small === large];
    };
    const short = (step, count, least, got, owed) => {
      const values = {rate: money(least), got: money(got)};
      if (step === "month") values.count = number(count);
      if (least <= got) {
        say(step + "-enough", values);
        return [];
      }
      values.count = (step === "hour" ? hours : number)(count);
      values.short = money(least - got);
      values.pay = money(owed(least - got));
      say(step, values);
      return [owed(least - got)];
    };
    if (paid === "daily" || paid === "hourly") {
      const week = paid === "daily" && choice("week", "six five four unsure"), step = week ? "day" : "hour";
      const id = !week ? "hour" : week === "unsure" ? "day-six" : "day-" + week;
      if (before && size !== "many" && rateOn("month-small", day) !== rateOn("month", day)) stop("before-known");
      const least = before ? rateOn(id, day) : rate(id), got = amount("got-" + step, MANY, 0);
      const count = week ? amount("days", 3660) : amount("hours", 2e6);
      if (week === "unsure") say("week-unsure");
      return money(short(step, count, least, got, (one) => week ? one * count : rounded([one * count, 100]))[0] || 0);
    }
    const got = amount("got-month", MANY, 0), count = amount("months", 120), owed = [];
    for (let at = 0; at < count; at++) owed.push(month(before && later(day, at)));
    if (owed.some(([, sure]) => !sure)) say("size-unsure");
    if (paid === "piece") say("piece");
    let amounts = [];
    for (let at = 0, from = 0; at < count; at++) {
      if (at + 1 === count || owed[at + 1][0] !== owed[at][0]) {
        const months = at + 1 - from;
        amounts = amounts.concat(short("month", months, owed[at][0], got, (one) => one * months));
        from = at + 1;
      }
    }
    const sum = amounts.reduce((one, other) => one + other, 0);
    if (amounts[1]) say("together", {pay: money(sum)});
    return money(sum);
  };

  const ending = () => {
    const work = choice("work", WORK);
    if (work === "home") {
      say("notice-home", {days: days(rate("home-days") * 100)});
      return null;
    }
    const how = choice("how", "employer self misconduct unsure");
    if (how === "misconduct") stop(how);
    const [months, left] = service("start", "end"), years = whole(months, 12), own = tier(years);
    const ready = how === "employer" && months >= rate("months"), paid = ready && choice("paid", PAID);
    const limit = ready ? limited(work, paid) : "", none = limit.startsWith("over");
    if (ready && !none) wage(paid);
    say("service", {years: number(years), days: days(left * 100)});
    say("notice", {weeks: number(rate("weeks-" + own))});
    if (how !== "employer") say(how === "self" ? "resigned" : "how-unsure");
    else if (!ready) say("too-short", {months: number(rate("months"))});
    else if (none) say(limit);
    if (!ready || none) return null;
    if (limit) say("limit-unsure");
    const day = dayOf(paid), each = rate("days-" + own), count = years * each, pay = money(rounded(times(day, count)));
    say("days", {years: number(years), each: days(each * 100), count: days(count * 100)});
    say("benefits", {count: days(count * 100), day: money(rounded(day)), pay});
    if (left) say("part-year", {days: days(left * 100)});
    return pay;
  };

  const leave = () => {
    if (choice("work", "home other") === "home") stop("domestic");
    const [months, left] = service("start", "end"), years = whole(months, 12), part = months % 12, own = tier(years);
    const annual = days(rate("annual-" + own) * 100);
    say("service", {years: number(years), days: days(left * 100)});
    say("annual", {days: annual});
    if (part) say("part", {days: annual, months: number(part), part: days(rounded([annual[1] * part, 12]))});
    else if (left) say("part-none");
    say("sick", {days: days(rate("sick-" + own) * 100)});
    say("hospital", {days: days(rate("hospital") * 100)});
    return annual;
  };

  try {
    const total = {"work-pay": workPay, "minimum-wage": minimumWage, ending, leave}[name]();
    return {steps, total};
  } catch (why) {
    if (why.stop) return why;
    throw why;
  }
}
