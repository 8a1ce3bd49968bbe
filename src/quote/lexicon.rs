//! The words that reporting hangs on: cue verbs with what they take, and the small words that show where phrases end.

/// What a verb that reports takes, and what else a word is. One bit each.
pub(super) mod class {
    /// Takes a clause or quoted words: `said it would rain`.
    pub(in crate::quote) const SAY: u32 = 1;
    /// Takes the hearer first: `told reporters that`.
    pub(in crate::quote) const TELL: u32 = 1 << 1;
    /// Takes a clause, with or without `that`, but no hearer: `believes`.
    pub(in crate::quote) const THINK: u32 = 1 << 2;
    /// Takes `to` and a verb: `vowed to`.
    pub(in crate::quote) const INTEND: u32 = 1 << 3;
    /// Takes somebody and then `to` and a verb: `urged them to`.
    pub(in crate::quote) const URGE: u32 = 1 << 4;
    /// Takes a thing that is judged: `criticized the plan`.
    pub(in crate::quote) const JUDGE: u32 = 1 << 5;
    /// Takes a thing and what it is called: `called it a "farce"`.
    pub(in crate::quote) const CALL: u32 = 1 << 6;
    /// Takes a thing that is put forward: `announced his resignation`.
    pub(in crate::quote) const PRESENT: u32 = 1 << 7;
    /// Reports only beside quotation marks: `smiled`.
    pub(in crate::quote) const BESIDE: u32 = 1 << 8;
    /// Needs a preposition: `called for`, `spoke of`.
    pub(in crate::quote) const ABOUT: u32 = 1 << 9;
    /// Reports only with `that`, a question word or quotation marks behind it: `show`, `find`.
    pub(in crate::quote) const WEAK: u32 = 1 << 10;
    /// Any verb known, reporting or not.
    pub(in crate::quote) const VERB: u32 = 1 << 11;
    /// A form of `be`.
    pub(in crate::quote) const BE: u32 = 1 << 12;
    /// A form of `have`.
    pub(in crate::quote) const HAVE: u32 = 1 << 13;
    /// A form of `do`.
    pub(in crate::quote) const DO: u32 = 1 << 14;
    /// `will`, `would`, `may` and their like.
    pub(in crate::quote) const MODAL: u32 = 1 << 15;
    /// `the`, `a`, `this`, `some`: begins a noun phrase.
    pub(in crate::quote) const DETERMINER: u32 = 1 << 16;
    /// `his`, `their`.
    pub(in crate::quote) const POSSESSIVE: u32 = 1 << 17;
    /// A pronoun that can be a subject.
    pub(in crate::quote) const PRONOUN: u32 = 1 << 18;
    /// A pronoun that is only an object.
    pub(in crate::quote) const OBJECT: u32 = 1 << 19;
    /// A preposition.
    pub(in crate::quote) const PREPOSITION: u32 = 1 << 20;
    /// `while`, `because`: begins a dependent clause.
    pub(in crate::quote) const SUBORDINATOR: u32 = 1 << 21;
    /// `and`, `but`, `or`.
    pub(in crate::quote) const CONJUNCTION: u32 = 1 << 22;
    /// `who`, `which`.
    pub(in crate::quote) const RELATIVE: u32 = 1 << 23;
    /// `what`, `how`, `whether`.
    pub(in crate::quote) const QUESTION: u32 = 1 << 24;
    /// `not`, `never`, `n't`.
    pub(in crate::quote) const NEGATION: u32 = 1 << 25;
    /// An adverb that may stand between subject and verb.
    pub(in crate::quote) const ADVERB: u32 = 1 << 26;
    /// A day or a word of time: `Tuesday`, `yesterday`, `week`.
    pub(in crate::quote) const TIME: u32 = 1 << 27;
    /// Something said or written in: `statement`, `interview`.
    pub(in crate::quote) const MEDIUM: u32 = 1 << 28;
    /// A noun that reports: `claim`, `promise`.
    pub(in crate::quote) const NOUN: u32 = 1 << 29;
    /// People in the plural without an `s`: `people`, `police`.
    pub(in crate::quote) const PEOPLE: u32 = 1 << 30;
    /// `that`.
    pub(in crate::quote) const THAT: u32 = 1 << 31;

    /// The verbs that report.
    pub(in crate::quote) const CUE: u32 = SAY | TELL | THINK | INTEND | URGE | JUDGE | CALL | PRESENT | BESIDE | ABOUT;
    /// The finite verbs that help others.
    pub(in crate::quote) const AUXILIARY: u32 = BE | HAVE | DO | MODAL;
}
use class::*;

/// The form in which a verb stands (a regular past is also a participle), which prepositions it reports with, and which
/// of them a word is.
pub(super) mod form {
    pub(in crate::quote) const BASE: u16 = 1;
    pub(in crate::quote) const PRESENT: u16 = 2;
    pub(in crate::quote) const PAST: u16 = 4;
    pub(in crate::quote) const PARTICIPLE: u16 = 8;
    pub(in crate::quote) const ING: u16 = 16;
    /// Any of the above.
    pub(in crate::quote) const VERB: u16 = 31;
    pub(in crate::quote) const BY: u16 = 1 << 5;
    pub(in crate::quote) const TO: u16 = 1 << 6;
    pub(in crate::quote) const OF: u16 = 1 << 7;
    pub(in crate::quote) const ABOUT: u16 = 1 << 8;
    pub(in crate::quote) const FOR: u16 = 1 << 9;
    pub(in crate::quote) const ON: u16 = 1 << 10;
    pub(in crate::quote) const AGAINST: u16 = 1 << 11;
    pub(in crate::quote) const WITH: u16 = 1 << 12;
    pub(in crate::quote) const IN: u16 = 1 << 13;
    pub(in crate::quote) const AT: u16 = 1 << 14;
    pub(in crate::quote) const AS: u16 = 1 << 15;
    /// The prepositions a verb can report with.
    pub(in crate::quote) const PREPOSITIONS: u16 = TO | OF | ABOUT | FOR | ON | AGAINST | WITH | IN | AT;
}

/// Verbs by what they take, in their base form.
const VERBS: &[(u32, &str)] = &[
    (
        SAY,
        "say add reply respond retort answer exclaim declare state assert contend maintain insist claim allege argue \
         note observe remark comment concede admit acknowledge confess confirm reiterate stress emphasize emphasise \
         underline underscore explain clarify caution counter conclude suggest imply hint predict forecast foretell \
         report write tweet retweet post blog email text mutter mumble murmur whisper shout yell scream cry growl \
         snap joke quip crack boast brag complain lament bemoan grumble fume rage protest object recall remember \
         recount relate testify swear vow pledge promise threaten warn announce proclaim pronounce disclose reveal \
         divulge deny dispute propose opine muse ponder speculate theorize theorise estimate calculate reckon guess \
         figure venture volunteer interject interrupt chime repeat echo stipulate specify advise rule decide agree \
         disagree beg demand request ask inquire enquire wonder apologize apologise confide counsel \
         demur deadpan gush elaborate rejoin reason signal tout urge recommend advocate charge chant sing \
         thunder intone blast crow drawl gasp hiss moan scoff sniff sob stammer grouse gripe marvel enthuse exult submit \
         sneer",
    ),
    (
        TELL,
        "tell inform remind assure reassure notify warn advise ask persuade convince brief promise caution \
         text email alert quote show",
    ),
    (
        THINK,
        "believe think feel fear hope expect suspect know realize realise understand doubt assume presume imagine \
         wonder worry consider hear learn see feel dream conclude predict anticipate foresee recognize recognise \
         guess reckon figure wish agree regret appreciate remember bet decide determine accept concede acknowledge",
    ),
    (
        INTEND,
        "want plan intend vow pledge promise threaten refuse offer hope aim expect wish propose \
         prefer demand choose decide commit opt consent swear ask yearn aspire beg",
    ),
    (
        URGE,
        "urge ask order tell encourage invite want expect advise instruct implore beg persuade direct command warn \
         challenge press pressure prod lobby remind require request convince",
    ),
    (
        JUDGE,
        "accuse blame criticize criticise praise condemn denounce blast slam attack mock ridicule deride decry bash rip assail \
         lambaste lambast hail applaud welcome oppose endorse back favor favour champion defend reject dismiss \
         question challenge dispute deny denigrate downplay tout trash pan savage chide rebuke scold thank \
         congratulate commend laud salute admire love hate dislike prefer disavow disown protest resent \
         appreciate fault doubt distrust impugn malign berate castigate excoriate skewer taunt insult \
         demonize vilify lament mourn bemoan deplore regret fear want demand urge advocate propose \
         expect anticipate predict foresee suspect acknowledge concede admit repudiate rebut refute downplay \
         champion tout honor extol forgive discourage",
    ),
    (
        CALL,
        "judge call label brand dub describe characterize characterise term deem declare consider name nickname portray \
         depict cast liken compare regard rate rank view see pronounce denounce paint hail declare proclaim find \
         put title refer",
    ),
    (
        PRESENT,
        "announce discuss mention cite detail explain outline propose reveal disclose highlight note \
         emphasize emphasise stress underscore reiterate repeat describe report confirm \
         recount reference invoke echo express voice tout debate convey estimate admit concede \
         ",
    ),
    (
        BESIDE,
        "laugh smile grin shrug sigh continue begin start go nod chuckle giggle beam frown wince groan roar bark bellow \
         read reminisce gush rasp croon finish open run ring sign scribble scrawl type print chalk persist \
         sum end launch pause tease jest bristle blurt chirp holler bluster shoot hit fire plead",
    ),
    (
        WEAK,
        "show find read hold put run see hear mean learn prove rule indicate demonstrate determine discover feel charge \
            teach underscore underline reflect decide sing cry crack \
            relate go open mean answer",
    ),
    (SAY, "show find read indicate demonstrate discover hear prove hold"),
    (
        VERB,
        "get give take make come go keep let seem become leave bring begin help turn start might play move live happen \
         provide sit stand lose pay meet include continue set learn change lead watch follow stop create spend grow \
         open walk win offer remember love appear buy wait serve die send build stay fall cut reach kill remain raise \
         pass sell decide return carry break receive hit eat cover catch draw increase reduce fail face allow use try \
         work close cause require lie rise hang throw gather arrive hold enter occur prepare join cost save suffer \
         prevent involve contain affect belong depend obtain drive produce choose deal wear wait fly vote fight rule \
         end act bear beat burn chase drop earn fill gain land lack miss own pick pull push ride shoot sign spread \
         steal strike swing touch tear drink sleep wake wind",
    ),
];

/// Verbs that report with a preposition behind them.
const WITH_PREPOSITION: &[(u16, &str)] = &[
    (form::FOR, "call push argue campaign advocate root plead appeal apologize apologise lobby hope press beg cheer"),
    (form::OF, "warn complain boast dream think despair disapprove approve talk"),
    (
        form::ABOUT,
        "speak talk complain worry care joke brag boast write testify ask inquire tweet lie think wonder \
         warn lament gripe rant reminisce",
    ),
    (form::TO, "refer point react object allude agree admit confess testify pledge subscribe"),
    (form::ON, "call comment insist elaborate dwell expand reflect seize focus"),
    (form::AT, "hint"),
    (form::AGAINST, "argue rail vote speak protest warn advise campaign inveigh"),
    (form::WITH, "agree disagree sympathize sympathise"),
    (form::IN, "believe"),
];

/// Forms that are not regular: form, base, and what it is (`p` past, `n` participle, `b` both).
const IRREGULAR: &str = "said:say:b told:tell:b wrote:write:p written:write:n thought:think:b knew:know:p known:know:n \
    felt:feel:b found:find:b held:hold:b saw:see:p seen:see:n heard:hear:b meant:mean:b sang:sing:p sung:sing:n \
    spoke:speak:p spoken:speak:n swore:swear:p sworn:swear:n began:begin:p begun:begin:n went:go:p gone:go:n \
    ran:run:p sought:seek:b understood:understand:b chose:choose:p chosen:choose:n taught:teach:b shown:show:n \
    foresaw:foresee:p foretold:foretell:b rang:ring:p put:put:b read:read:b cast:cast:b bet:bet:b \
    forecast:forecast:b shot:shoot:b hit:hit:b fought:fight:b got:get:p gotten:get:n gave:give:p given:give:n \
    took:take:p taken:take:n made:make:b came:come:p kept:keep:b let:let:b became:become:p left:leave:b \
    brought:bring:b sat:sit:b stood:stand:b lost:lose:b paid:pay:b met:meet:b set:set:b led:lead:b spent:spend:b \
    grew:grow:p grown:grow:n won:win:b bought:buy:b sent:send:b built:build:b fell:fall:p fallen:fall:n cut:cut:b \
    sold:sell:b broke:break:p broken:break:n ate:eat:p caught:catch:b drew:draw:p drawn:draw:n lay:lie:p rose:rise:p \
    risen:rise:n hung:hang:b threw:throw:p thrown:throw:n drove:drive:p driven:drive:n wore:wear:p worn:wear:n \
    flew:fly:p flown:fly:n beat:beat:p tore:tear:p woke:wake:p stole:steal:p struck:strike:b forgave:forgive:p \
    learnt:learn:b laid:lay:b lying:lie:g dealt:deal:b cost:cost:b";

/// Words that are no verbs of their own.
const WORDS: &[(u32, &str)] = &[
    (BE | VERB, "is are was were be been being am 're 'm ain't isn't aren't wasn't weren't"),
    (HAVE | VERB, "has have had having 've hasn't haven't hadn't"),
    (DO | VERB, "do does did doing done don't doesn't didn't"),
    (
        MODAL | VERB,
        "will would can could may might shall should must 'll 'd won't wouldn't can't couldn't shouldn't cannot",
    ),
    (
        DETERMINER,
        "the a an this these those some any each every no another both several many most few all such one two three \
         four five six seven eight nine ten dozens hundreds thousands more less much half other at-least either \
         neither",
    ),
    (POSSESSIVE | DETERMINER, "his her its their our my your whose"),
    (
        PRONOUN,
        "i he she we they it you nobody everybody everyone somebody someone anyone nothing others there one another both \
               many some most few neither none",
    ),
    (OBJECT, "him them me us himself herself itself themselves myself ourselves her"),
    (
        PREPOSITION,
        "of in on at by for with from about against into through during under over between among within without \
         toward towards upon across around near via amid amidst behind beside besides beyond despite except outside \
         inside onto per regarding concerning since following alongside as like than to off up down out before after \
         until because",
    ),
    (
        SUBORDINATOR,
        "while when because although though if unless after before since until once whereas whenever where as whether \
         so lest",
    ),
    (CONJUNCTION, "and but or nor yet & plus"),
    (RELATIVE, "who which whom that"),
    (QUESTION, "what how why where when whether if who which whatever whoever"),
    (
        NEGATION,
        "not never n't hardly neither nor isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't \
                won't wouldn't can't couldn't shouldn't cannot ain't",
    ),
    (
        ADVERB,
        "also then now just even still again already always often once later earlier soon ago too here there only never \
         not ever instead however meanwhile therefore moreover furthermore nevertheless nonetheless yet indeed \
         perhaps maybe almost rather quite very long ever since first further back simply far well twice recently \
         reportedly allegedly not n't hardly jointly aloud",
    ),
    (
        TIME,
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon \
         evening night week weekend month year day january february march april june july august september october \
         november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. \
         nov. dec. hours hour days weeks months years mornings midnight noon overnight spring summer autumn fall \
         winter a.m. p.m.",
    ),
    (
        MEDIUM,
        "statement interview interviews speech email e-mail emails letter letters report tweet tweets post message note \
         memo conference briefing call debate rally hearing facebook twitter instagram x television tv radio column op-ed \
         editorial article book filing testimony video remarks release phone telephone telegram whatsapp reddit \
         youtube podcast broadcast show text communique communiqué account evidence court parliament event meeting \
         forum appearance program programme newsletter blog affidavit advisory study paper townhall hall address \
         written press translation english interpreter spokesman spokeswoman exchange poll polls survey surveys data records \
         results figures statistics documents studies research filings reply response sermon survey \
         fundraiser stop stops campaign event transcript series bulletin dispatch essay",
    ),
    (
        NOUN,
        "claim claims assertion assertions allegation allegations accusation accusations belief beliefs fear fears hope \
         hopes view views opinion opinions suggestion suggestions statement statements comment comments remark remarks \
         argument arguments warning warnings promise promises pledge pledges vow vows threat threats call calls \
         announcement denial denials insistence contention admission acknowledgment assurance assurances report reports \
         prediction predictions complaint complaints concern concerns criticism proposal proposals plan plans demand \
         demands request requests decision support opposition praise endorsement idea notion question questions \
         confidence doubt doubts suspicion suspicions message estimate estimates desire intention recommendation \
         attack attacks tweet tweets description rumor rumors rumours speculation word words charge charges evidence \
         conclusion conclusions finding findings guess sense feeling impression",
    ),
    (
        PEOPLE,
        "people police women men critics who we they i you others both many some most few majority percent rest families \
              children crew staff team fans",
    ),
    (THAT, "that"),
];

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Bits of [`class`].
    pub(super) class: u32,
    /// Bits of [`form`], for verbs.
    pub(super) form: u16,
}

impl Word {
    pub(super) const fn is(self, class: u32) -> bool {
        self.class & class != 0
    }

    pub(super) const fn in_form(self, form: u16) -> bool {
        self.form & form != 0
    }
}

/// A hash table of the lists above.
#[derive(Clone, Debug)]
pub(super) struct Lexicon {
    entries: Vec<(&'static str, Word)>,
    slots: Vec<u16>,
}

const SLOTS: usize = 4096;
/// Longer words are not in the lists.
const LONGEST: usize = 16;

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut lexicon = Self { entries: Vec::with_capacity(1400), slots: vec![0; SLOTS] };
        for (class, verbs) in VERBS {
            for verb in verbs.split_ascii_whitespace() {
                let entry = lexicon.entry(verb);
                entry.1.class |= class | VERB;
                entry.1.form |= form::BASE;
            }
        }
        for (prepositions, verbs) in WITH_PREPOSITION {
            for verb in verbs.split_ascii_whitespace() {
                let entry = lexicon.entry(verb);
                entry.1.class |= ABOUT | VERB;
                entry.1.form |= prepositions | form::BASE;
            }
        }
        for item in IRREGULAR.split_ascii_whitespace() {
            let mut parts = item.split(':');
            let (Some(word), Some(base), Some(kind)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let verb = lexicon.get(base.as_bytes());
            let entry = lexicon.entry(word);
            entry.1.class |= verb_part(verb.class) | VERB;
            entry.1.form |= verb.form & form::PREPOSITIONS;
            entry.1.form |= match kind {
                "p" => form::PAST,
                "n" => form::PARTICIPLE,
                "g" => form::ING,
                _ => form::PAST | form::PARTICIPLE,
            };
        }
        for (class, words) in WORDS {
            for word in words.split_ascii_whitespace() {
                lexicon.entry(word).1.class |= class;
            }
        }
        for (word, own) in [
            ("by", form::BY),
            ("to", form::TO),
            ("of", form::OF),
            ("about", form::ABOUT),
            ("for", form::FOR),
            ("on", form::ON),
            ("upon", form::ON),
            ("against", form::AGAINST),
            ("with", form::WITH),
            ("in", form::IN),
            ("at", form::AT),
            ("as", form::AS),
        ] {
            lexicon.entry(word).1.form |= own;
        }
        lexicon
    }

    /// The entry of a word, made where there is none.
    fn entry(&mut self, word: &'static str) -> &mut (&'static str, Word) {
        let mut slot = hash(word.as_bytes());
        let index = loop {
            match self.slots[slot] {
                0 => {
                    self.entries.push((word, Word::default()));
                    self.slots[slot] = self.entries.len() as u16;
                    break self.entries.len() - 1;
                }
                taken if self.entries[taken as usize - 1].0 == word => break taken as usize - 1,
                _ => slot = (slot + 1) % SLOTS,
            }
        };
        &mut self.entries[index]
    }

    fn get(&self, word: &[u8]) -> Word {
        let mut slot = hash(word);
        while let Some(index) = (self.slots[slot] as usize).checked_sub(1) {
            let (known, facts) = self.entries[index];
            if known.as_bytes() == word {
                return facts;
            }
            slot = (slot + 1) % SLOTS;
        }
        Word::default()
    }

    /// What is known of a word of the text, in any case and any regular form.
    pub(super) fn look_up(&self, text: &str) -> Word {
        let mut buffer = [0_u8; LONGEST];
        let bytes = text.as_bytes();
        let mut length = 0;
        let mut at = 0;
        while at < bytes.len() {
            if length == LONGEST {
                return unlisted(text);
            }
            // The curly apostrophe of `don’t` counts as the straight one.
            if bytes[at..].starts_with("’".as_bytes()) {
                buffer[length] = b'\'';
                at += 3;
            } else {
                buffer[length] = bytes[at].to_ascii_lowercase();
                at += 1;
            }
            length += 1;
        }
        let word = &mut buffer[..length];
        let found = self.get(word);
        // `claims` and `reports` are nouns that are verbs too.
        if found.class & !(NOUN | MEDIUM) != 0 {
            return found;
        }
        if let Some(cut) = word.iter().rposition(|byte| *byte == b'\'') {
            return self.contraction(word, cut);
        }
        let verb = self.regular(word);
        if verb.class | found.class != 0 {
            return Word { class: verb.class | found.class, form: verb.form | found.form };
        }
        unlisted(text)
    }

    /// `she'd`, `they're`: the pronoun, and that a helping verb is with it.
    fn contraction(&self, word: &[u8], cut: usize) -> Word {
        let head = self.get(&word[..cut]);
        let tail = self.get(&word[cut..]);
        if head.is(PRONOUN) && tail.is(AUXILIARY) {
            return Word { class: head.class | VERB, form: 0 };
        }
        Word::default()
    }

    /// A verb by its regular endings.
    fn regular(&self, word: &mut [u8]) -> Word {
        let length = word.len();
        let strip =
            |ending: &[u8]| (length > ending.len() + 1 && word.ends_with(ending)).then(|| length - ending.len());
        let (stem, form) = if let Some(stem) = strip(b"ing") {
            (stem, form::ING)
        } else if let Some(stem) = strip(b"ed") {
            (stem, form::PAST | form::PARTICIPLE)
        } else if let Some(stem) = strip(b"s") {
            (stem, form::PRESENT)
        } else {
            return Word::default();
        };
        let verb = |base: &[u8]| {
            let found = self.get(base);
            (found.form & form::BASE != 0)
                .then(|| Word { class: verb_part(found.class), form: form | found.form & form::PREPOSITIONS })
        };
        // say-s, add-ed, want-ing
        if let Some(found) = verb(&word[..stem]) {
            return found;
        }
        if form == form::PRESENT {
            if word[..stem].ends_with(b"ie") {
                word[stem - 2] = b'y';
                return verb(&word[..stem - 1]).unwrap_or_default();
            }
            return word[..stem].strip_suffix(b"e").and_then(verb).unwrap_or_default();
        }
        // argu-e-d, argu-ing
        let last = word[stem - 1];
        if stem < length {
            word[stem] = b'e';
            if let Some(found) = verb(&word[..=stem]) {
                return found;
            }
        }
        // den-i-ed, admit-t-ed
        if last == b'i' {
            word[stem - 1] = b'y';
            return verb(&word[..stem]).unwrap_or_default();
        }
        if stem > 2 && word[stem - 2] == last {
            return verb(&word[..stem - 1]).unwrap_or_default();
        }
        Word::default()
    }
}

/// What of a base form's bits its other forms share.
const fn verb_part(class: u32) -> u32 {
    class & (CUE | WEAK | VERB)
}

/// A guess by the ending.
fn unlisted(word: &str) -> Word {
    const NOUNS: &[&str] = &["family", "supply", "reply", "assembly", "rally", "bully", "belly", "monopoly", "anomaly"];
    let lower = word.starts_with(|c: char| c.is_ascii_lowercase());
    if lower && word.len() > 4 && word.ends_with("ly") && !NOUNS.contains(&word) {
        return Word { class: ADVERB, form: 0 };
    }
    Word::default()
}

/// FNV-1a.
fn hash(word: &[u8]) -> usize {
    let hash = word.iter().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms_are_known() {
        let lexicon = Lexicon::new();
        for (word, class, form) in [
            ("said", SAY, form::PAST),
            ("SAYS", SAY, form::PRESENT),
            ("denied", SAY, form::PAST),
            ("Denies", SAY, form::PRESENT),
            ("admitted", SAY, form::PARTICIPLE),
            ("arguing", SAY, form::ING),
            ("noted", SAY, form::PAST),
            ("telling", TELL, form::ING),
            ("blasts", JUDGE, form::PRESENT),
            ("quipped", SAY, form::PAST),
            ("confesses", SAY, form::PRESENT),
        ] {
            let found = lexicon.look_up(word);
            assert!(found.is(class) && found.in_form(form), "{word}: {found:?}");
        }
        assert!(lexicon.look_up("don’t").is(NEGATION));
        assert!(lexicon.look_up("they’ve").is(PRONOUN));
        assert_eq!(lexicon.look_up("not").form, 0);
        assert_eq!(lexicon.look_up("table"), Word::default());
    }

    #[test]
    fn the_lists_fit() {
        let lexicon = Lexicon::new();
        assert!(lexicon.entries.len() * 2 < SLOTS);
        assert!(lexicon.entries.iter().all(|entry| entry.0.len() <= LONGEST));
    }
}
