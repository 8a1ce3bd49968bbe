use super::*;

/// Each quote as `kind|pieces|cue|speaker`, pieces parted by ` … `.
fn quotes(text: &str) -> Vec<String> {
    let document = Document::new(text);
    read(&document, &[])
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
