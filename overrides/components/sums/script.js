// The sums of src/suluh/sums, on the phone: change both or neither. All numbers are whole; all fractions are pairs.
function reckon(name, rates, answers) {
  const NUMBERS = "divisor worked years weeks months days each due count".split(" "), DECIMALS = "hours over done times part".split(" ");
  const steps = [];
  const stop = (why) => { throw {stop: why}; };
  const whole = (above, below) => (above - above % below) / below;
  const rounded = (value) => value.length ? whole(2 * value[0] + value[1], 2 * value[1]) : value;
  const add = (values) => values.reduce((one, other) => one + other, 0);
  const kind = (key) => NUMBERS.includes(key) ? "number" : DECIMALS.includes(key) ? "decimal" : "money";
  const say = (step, values) => {
    const said = {};
    Object.keys(values || {}).forEach((key) => { said[key] = [kind(key), rounded(values[key])]; });
    steps.push([step, said]);
  };

  const answer = (field) => answers[field] == null ? stop("missing") : answers[field];
  const choice = (field, options) => options.split(" ").includes(answer(field)) ? answers[field] : stop("impossible");
  const amount = (field, most, least) => {
    const value = answer(field);
    return Number.isInteger(value) && value >= least && value <= most ? value : stop("impossible");
  };
  const pay = (field) => amount(field, 1e8, 1), paid = (field) => amount(field, 1e8, 0);
  const rate = (id, day) => {
    const past = rates[id].filter((one) => !day || one[0] <= day);
    return past[0] ? past[past.length - 1][1] : stop("before-known");
  };

  const length = (year, month) => month === 2 ? 28 + (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) : 30 + (month + (month > 7)) % 2;
  const read = (field) => {
    const parts = /^(19|20|21)\d\d-\d\d-\d\d$/.test(answer(field)) ? answers[field].split("-").map(Number) : [];
    return parts[1] > 0 && parts[1] < 13 && parts[2] > 0 && parts[2] <= length(parts[0], parts[1]) ? parts : stop("impossible");
  };
  const later = (day, count) => {
    const month = +day.slice(5, 7) - 1 + count;
    return +day.slice(0, 4) + whole(month, 12) + "-" + `${month % 12 + 1}`.padStart(2, 0) + day.slice(7);
  };
  const numbered = (year, month, day) => {
    if (month < 3) year--;
    return 365 * year + whole(year, 4) - whole(year, 100) + whole(year, 400) + whole(153 * ((month + 9) % 12) + 2, 5) + day;
  };
  // Whole months from the first day to the last, both counted in, and the days left since the last whole year.
  const service = () => {
    const first = read("start"), end = read("end");
    if (++end[2] > length(end[0], end[1])) {
      end[2] = 1;
      end[1]++;
    }
    if (numbered(...end) <= numbered(...first)) stop("impossible");
    const months = (end[0] - first[0]) * 12 + end[1] - first[1] - (end[2] < first[2]);
    return [months, whole(months, 12), numbered(...end) - numbered(first[0] + whole(months, 12), first[1], first[2])];
  };
  const tier = (years) => ["short", "middle", "long"][(years >= rate("first-step")) + (years >= rate("second-step"))];

  const WORK = "home manual other unsure", PAID = "monthly daily hourly piece";
  const limited = (work, by) => {
    if (work !== "other" && work !== "unsure") return "";
    const over = by !== "monthly" ? choice("earn", "under over unsure") : pay(by) > rate("limit") ? "over" : "";
    return over !== "over" ? over === "unsure" ? over : "" : work === "other" ? "over-limit" : "over-limit-unsure";
  };
  const hours = () => amount("hours", 2400, 1);
  const wage = (by) => by === "piece" ? [pay("earned"), amount("worked", 31, 1)] : pay(by);
  const dayOf = (by) => {
    const wages = wage(by), divisor = rate("divisor");
    const day = by === "monthly" ? [wages, divisor] : by === "hourly" ? [wages * hours(), 100] : by === "daily" ? [wages, 1] : wages;
    say("day-" + by, by === "monthly" ? {wage: wages, divisor, day} : by === "hourly" ? {hour: wages, hours: hours(), day}
      : by === "daily" ? {day} : {earned: wages[0], worked: wages[1], day});
    return day;
  };

  const workPay = () => {
    const work = choice("work", WORK);
    if (work === "home") stop("domestic");
    const by = choice("paid", PAID), limit = limited(work, by);
    if (limit.startsWith("over")) stop(limit);
    wage(by);
    const normal = hours();
    if (normal > rate("longest") * 100) stop("long-day");
    const which = choice("day", "normal rest holiday"), done = amount("done", 2400, 1), count = amount("count", 366, 1);
    if (limit) say("limit-unsure");
    const day = dayOf(by), over = Math.max(0, done - normal), hour = by === "hourly" ? [pay(by), 1] : [day[0] * 100, day[1] * normal];
    if (over && by !== "hourly") say("hour", {day, hours: normal, hour});
    const pays = [];
    const part = (step, id, values) => {
      values.pay = [day[0] * rate(id), day[1] * 10];
      pays.push(rounded(values.pay));
      say(step, Object.assign(values, {part: rate(id) * 10, day}));
    };
    const beyond = (id) => {
      const more = [hour[0] * over * rate(id), hour[1] * 1000];
      pays.push(rounded(more));
      say(id, {over, times: rate(id) * 10, hour, pay: more});
    };
    if (which === "rest") {
      const step = 2 * done <= normal ? "rest-half" : "rest-full";
      part(step, by === "monthly" ? step + "-monthly" : step, {done: Math.min(done, normal)});
    } else if (which === "holiday") {
      if (by !== "monthly") pays.push(rounded(day));
      say(...by === "monthly" ? ["holiday-monthly"] : ["holiday-own", {day}]);
      part(which, which, {});
    } else if (!over) {
      say("none", {hours: normal, done});
    }
    if (over) beyond(which === "normal" ? "overtime" : which + "-beyond");
    const sum = add(pays);
    if (pays.length > 1) say("together", {pay: sum});
    if (count > 1) say("count", {pay: sum, count, total: sum * count});
    return ["money", sum * count];
  };

  const minimumWage = () => {
    if (choice("work", "home other") === "home") stop("domestic");
    const day = choice("time", "now before") === "before" && read("day") && answers.day, size = day ? choice("size", "many few unsure") : "many";
    const by = choice("paid", PAID), pays = [];
    const short = (step, key, count, least, got, unit) => {
      const more = {[key]: count}, values = {rate: least, got};
      if (least > got) {
        pays.push(rounded([(least - got) * count, unit]));
        say(step, Object.assign(more, values, {short: least - got, pay: pays[pays.length - 1]}));
      } else {
        say(step + "-enough", step === "month" ? Object.assign(more, values) : values);
      }
    };
    if (by === "daily" || by === "hourly") {
      const week = by === "daily" && choice("week", "six five four unsure");
      if (size !== "many" && rate("month-small", day) !== rate("month", day)) stop("before-known");
      const least = rate(!week ? "hour" : week === "unsure" ? "day-six" : "day-" + week, day);
      const got = paid(week ? "got-day" : "got-hour"), count = week ? amount("days", 3660, 1) : amount("hours", 2e6, 1);
      if (week === "unsure") say("week-unsure");
      if (week) short("day", "count", count, least, got, 1);
      else short("hour", "hours", count, least, got, 100);
      return ["money", add(pays)];
    }
    const got = paid("got-month"), count = amount("months", 120, 1), owed = [];
    let unsure;
    for (let at = 0; at < count; at++) {
      const on = day && later(day, at), large = rate("month", on), small = size === "many" ? large : rate("month-small", on);
      unsure = unsure || size === "unsure" && small !== large;
      owed.push(size === "unsure" ? Math.min(small, large) : small);
    }
    if (unsure) say("size-unsure");
    if (by === "piece") say(by);
    owed.forEach((least, at) => {
      if (least === owed[at + 1]) return;
      let from = at;
      while (owed[from - 1] === least) from--;
      short("month", "count", at + 1 - from, least, got, 1);
    });
    if (pays.length > 1) say("together", {pay: add(pays)});
    return ["money", add(pays)];
  };

  const ending = () => {
    const work = choice("work", WORK);
    if (work === "home") return say("notice-home", {days: rate("home-days")});
    const how = choice("how", "employer self misconduct unsure");
    if (how === "misconduct") stop(how);
    const [months, years, days] = service(), own = tier(years);
    const ready = how === "employer" && months >= rate("months"), by = ready && choice("paid", PAID);
    const limit = ready ? limited(work, by) : "", none = limit.startsWith("over");
    if (ready && !none) {
      wage(by);
      if (by === "hourly") hours();
    }
    say("service", {years, days});
    say("notice", {weeks: rate("weeks-" + own)});
    if (how !== "employer") return say(how === "self" ? "resigned" : "how-unsure");
    if (!ready) return say("too-short", {months: rate("months")});
    if (none) return say(limit);
    if (limit) say("limit-unsure");
    const day = dayOf(by), each = rate("days-" + own), due = years * each, sum = [day[0] * due, day[1]];
    say("days", {years, each, due});
    say("benefits", {due, day, pay: sum});
    if (days) say("part-year", {days});
    return ["money", rounded(sum)];
  };

  const leave = () => {
    if (choice("work", "home other") === "home") stop("domestic");
    const [all, years, days] = service(), months = all % 12, own = tier(years), annual = rate("annual-" + own);
    say("service", {years, days});
    say("annual", {days: annual});
    if (months) say("part", {days: annual, months, part: [annual * 100 * months, 12]});
    else if (days) say("part-none");
    say("sick", {days: rate("sick-" + own)});
    say("hospital", {days: rate("hospital")});
    return ["number", annual];
  };

  try {
    const total = {"work-pay": workPay, "minimum-wage": minimumWage, ending, leave}[name]() || null;
    return {steps, total};
  } catch (why) {
    if (why.stop) return why;
    throw why;
  }
}
