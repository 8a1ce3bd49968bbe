use super::*;
use crate::pace;

/// Each quote as `kind|pieces|cue|speaker`, pieces parted by ` … `.
fn quotes(text: &str) -> Vec<String> {
    let document = Document::new(text);
    read_all(&document)
        .iter()
        .map(|quote| {
            let pieces: Vec<&str> = quote.spans.iter().map(|span| document.slice(*span)).collect();
            let slice = |span: Option<Span>| span.map_or("-", |span| document.slice(span));
            let kind = match quote.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Mixed => "mixed",
                QuoteKind::Indirect => "indirect",
            };
            format!("{kind}|{}|{}|{}", pieces.join(" … "), slice(quote.cue), slice(quote.speaker))
        })
        .collect()
}

fn read_all(document: &Document<'_>) -> Vec<Quote> {
    pace::finish(read(document, &[], &Pace::unhurried()))
}

#[test]
fn the_cue_stands_behind_between_and_before() {
    assert_eq!(
        quotes("“The bridge will open in May,” said Ines Varga, the mayor."),
        ["direct|“The bridge will open in May,”|said|Ines Varga"]
    );
    assert_eq!(
        quotes("“The bridge,” she said, “will open in May.”"),
        ["direct|“The bridge,” … “will open in May.”|said|she"]
    );
    assert_eq!(
        quotes("The engineer told reporters: “The bridge will open in May.”"),
        ["direct|“The bridge will open in May.”|told|The engineer"]
    );
}

#[test]
fn reported_clauses_are_found() {
    assert_eq!(
        quotes("The ministry said on Tuesday that the bridge would open in May."),
        ["indirect|the bridge would open in May|said|The ministry"]
    );
    assert_eq!(
        quotes("The bridge would open in May, according to the ministry."),
        ["indirect|The bridge would open in May|according to|the ministry"]
    );
    assert_eq!(
        quotes("The bridge would open in May, the ministry said."),
        ["indirect|The bridge would open in May|said|the ministry"]
    );
}

#[test]
fn a_quote_over_paragraphs_is_one() {
    assert_eq!(
        quotes("“We waited all night,” Varga said. “Nobody came.\n\n“In the morning we left.”"),
        ["direct|“We waited all night,” … “Nobody came. … “In the morning we left.”|said|Varga"]
    );
}

#[test]
fn a_title_in_marks_is_no_quote() {
    assert!(quotes("She played the queen in “Hamlet” for two years.").is_empty());
    assert!(quotes("Dwayne “The Rock” Johnson left the hall.").is_empty());
}

#[test]
fn rare_cues_and_none() {
    assert_eq!(quotes("“Then buy a bigger boat,” quipped Adler."), ["direct|“Then buy a bigger boat,”|quipped|Adler"]);
    assert_eq!(quotes("“Ask the bank,” the farmer shot back."), ["direct|“Ask the bank,”|shot back|the farmer"]);
    assert_eq!(quotes("Ines Varga tweeted: “No comment.”"), ["direct|“No comment.”|tweeted|Ines Varga"]);
    assert_eq!(
        quotes("“We counted the boats at dawn.” — Ines Varga"),
        ["direct|“We counted the boats at dawn.”|—|Ines Varga"]
    );
    assert_eq!(quotes("Ines Varga: “We counted the boats.”"), ["direct|“We counted the boats.”|:|Ines Varga"]);
    assert_eq!(quotes("From the harbour master: “Stay on land.”"), ["direct|“Stay on land.”|:|the harbour master"]);
    assert_eq!(
        quotes("The harbour master was quoted by a local paper as saying the boats were safe."),
        ["indirect|the boats were safe|was quoted by a local paper as saying|The harbour master"]
    );
}

#[test]
fn marks_of_every_house_style() {
    for (open, close) in
        [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»"), ("„", "“"), ("``", "''"), ("''", "''"), ("'", "'")]
    {
        let text = format!("The storm came early. {open}We counted the boats,{close} Varga said.");
        let wanted = format!("direct|{open}We counted the boats,{close}|said|Varga");
        assert_eq!(quotes(&text), [wanted]);
    }
    assert_eq!(quotes("« Nous partons », Varga said."), ["direct|« Nous partons »|said|Varga"]);
    assert_eq!(
        quotes("“She told me, ‘Leave the boats,’ and I left,” Varga said."),
        ["direct|“She told me, ‘Leave the boats,’ and I left,”|said|Varga"]
    );
    assert_eq!(
        quotes("‘The farmers’ boats weren’t ours,’ Varga said."),
        ["direct|‘The farmers’ boats weren’t ours,’|said|Varga"]
    );
}

#[test]
fn what_is_no_speech() {
    assert!(quotes("The 15\" screen and the 6'2\" keeper stood still. It was the farmers' last word.").is_empty());
    assert!(quotes("It was a “modest” gain in the ’90s, rock ‘n’ roll aside.").is_empty());
    assert_eq!(quotes("The ministry called it a “modest” gain."), ["mixed|it a “modest” gain|called|The ministry"]);
}

#[test]
fn an_odd_mark_spoils_its_own_paragraph_only() {
    let text = "“We waited all night. Nobody came, Varga said.\n\n“The boats are gone,” Adler said.";
    assert!(quotes(text).contains(&"direct|“The boats are gone,”|said|Adler".to_owned()));
}

#[test]
fn quotes_side_by_side_are_two() {
    let found = quotes("The crowd shouted. “Where are the boats?” “In the harbour.”");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_next_sentence_is_the_same_speakers() {
    assert_eq!(
        quotes("“Nobody asked us,” Varga said on Monday. “We would have said no. We would say it again.”"),
        ["direct|“Nobody asked us,” … “We would have said no. We would say it again.”|said|Varga"]
    );
}

#[test]
fn several_speakers_share_a_paragraph() {
    assert_eq!(
        quotes("“Where is the boat?” Varga asked. “Sold,” Adler replied. “To whom?” she said."),
        ["direct|“Where is the boat?”|asked|Varga", "direct|“Sold,”|replied|Adler", "direct|“To whom?”|said|she"]
    );
}

#[test]
fn interviews_take_turns() {
    let found = quotes(
        "An interview with the harbour master.\n\nQ: Where are the boats now?\n\nA: They are all in the harbour.",
    );
    assert_eq!(found, ["indirect|Where are the boats now?|:|Q", "indirect|They are all in the harbour.|:|A"]);
}

#[test]
fn a_colon_leads_into_the_next_paragraph() {
    assert_eq!(
        quotes("The boats left at dawn.\n\nVarga continued:\n\n“Nobody asked us.”"),
        ["direct|“Nobody asked us.”|continued|Varga"]
    );
}

#[test]
fn relative_and_leading_clauses_keep_to_themselves() {
    assert_eq!(quotes("A keeper, who said the lamp was out, went home."), ["indirect|the lamp was out|said|A keeper"]);
    assert_eq!(
        quotes("While Varga said the lamp was out, the boats went on."),
        ["indirect|the lamp was out|said|Varga"]
    );
    assert_eq!(
        quotes("Varga said the lamp was out and added that the boats had left."),
        ["indirect|the lamp was out|said|Varga", "indirect|the boats had left|added|Varga"]
    );
}

#[test]
fn stances_and_intentions_count() {
    assert_eq!(quotes("Adler denied that he sold the boat."), ["indirect|he sold the boat|denied|Adler"]);
    assert_eq!(quotes("Adler vowed to sell the boat."), ["indirect|to sell the boat|vowed|Adler"]);
    assert_eq!(quotes("Keepers fear the lamp will fail."), ["indirect|the lamp will fail|fear|Keepers"]);
    assert_eq!(
        quotes("Her promise that the lamp would burn was kept.").first().map(String::as_str),
        Some("indirect|the lamp would burn was kept|promise|Her")
    );
}

#[test]
fn headlines_name_their_source() {
    assert_eq!(quotes("Varga: Harbour Will Close in May"), ["indirect|Harbour Will Close in May|:|Varga"]);
    assert_eq!(quotes("Harbour will close in May, Varga says"), ["indirect|Harbour will close in May|says|Varga"]);
}

/// No piece of a quote crosses a piece of another, and each is a slice of the text.
fn assert_sound(text: &str) {
    let document = Document::new(text);
    let quotes = read_all(&document);
    let mut pieces: Vec<Span> = quotes.iter().flat_map(|quote| quote.spans.iter().copied()).collect();
    assert!(pieces.iter().all(|piece| !text[piece.range()].is_empty()));
    pieces.sort_unstable();
    for pair in pieces.windows(2) {
        assert!(pair[0].end <= pair[1].start || pair[0].contains(pair[1]), "{pair:?} of {text:?}");
    }
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let units = [
        "\"",
        "“",
        "”",
        "‘",
        "'",
        "“a ‘b ",
        "(“",
        " said",
        ", saying",
        ", who said",
        "“Yes,” he said, ",
        "“Yes\n",
        " — said",
        ": ",
        "\0",
        "When he backed Bob on Monday ",
        "who backed Bob on Monday ",
        "it was, he believes, and x; ",
        "the man, Bob Bob said ",
    ];
    for unit in units {
        assert_sound(&unit.repeat((1 << 16) / unit.len()));
    }
    assert_sound(&"\"".repeat(1 << 20));
    let nested = format!("{}x{}", "“".repeat(100_000), "”".repeat(100_000));
    assert_sound(&nested);
    let speakers: String = (0..10_000).map(|i| format!("“Line {i},” said Keeper{i} Varga. ")).collect();
    assert_eq!(quotes(&speakers).len(), 10_000);
}

#[test]
fn slices_give_the_same_quotes() {
    let text = "“We waited,” Varga said. “Nobody came.\n\n“In the morning we left.”\n\nAdler replied:\n\n“So did we.”";
    let document = Document::new(text);
    assert_eq!(pace::finish(read(&document, &[], &Pace::default())), read_all(&document));
}

#[test]
fn soup_of_marks_and_cues_is_sound() {
    let parts = [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        " ",
        "\n",
        ". ",
        ",",
        " said",
        " he",
        " that",
        " John Smith",
        " told",
        " according to",
        " and",
        " who",
        " the",
        " reporters",
        ": ",
        "—",
        "!",
        "?",
        " in a statement",
        " calling",
        " to",
        "(",
        ")",
        " Tuesday",
        "é",
        "😀",
        " asked",
        " whether",
        " was",
        " called",
        " “no,”",
        "`` ",
        "''",
        "s’",
        "\u{301}",
    ];
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for _ in 0..2000 {
        let length = next(60);
        let text: String = (0..length).map(|_| parts[next(parts.len())]).collect();
        assert_sound(&text);
    }
}
