//! What every answer promises, whatever the text.

use newsgloss::{Annotations, Span};

/// # Panics
/// When the annotations of a text break a promise of the documentation.
pub(crate) fn check(text: &str, annotations: &Annotations) {
    let Annotations { mentions, entities, quotes } = annotations;
    let within = |span: Span, what: &str| {
        assert!(span.start < span.end, "empty {what} at {span:?}");
        assert!(text.get(span.range()).is_some(), "no text for {what} at {span:?}");
    };
    for mention in mentions {
        within(mention.span, "mention");
        let name = &text[mention.span.range()];
        assert!(name.contains(char::is_alphanumeric), "nothing to read in {name:?}");
        assert!(mention.entity < entities.len(), "no entity {}", mention.entity);
        assert_eq!(mention.kind, entities[mention.entity].kind);
        assert!((0.0..=1.0).contains(&mention.score), "score {}", mention.score);
    }
    for pair in mentions.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{:?} and {:?} overlap", pair[0].span, pair[1].span);
    }
    let mut named = vec![false; entities.len()];
    let mut next = 0;
    for mention in mentions {
        if !std::mem::replace(&mut named[mention.entity], true) {
            assert_eq!(mention.entity, next, "entities stand in the order of their first mentions");
            next += 1;
        }
    }
    assert_eq!(next, entities.len(), "every entity is mentioned");
    for (id, entity) in entities.iter().enumerate() {
        assert_eq!(entity.id, id);
        assert!(!entity.name.is_empty());
        let mut names: Vec<&str> = entity.aliases.iter().chain([&entity.name]).map(String::as_str).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "a name twice: {names:?}");
    }
    let mut pieces = Vec::new();
    for (number, quote) in quotes.iter().enumerate() {
        assert!(!quote.spans.is_empty());
        for span in &quote.spans {
            within(*span, "quote");
            pieces.push((*span, number));
        }
        for pair in quote.spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "pieces {pair:?} of one quote overlap");
        }
        for span in quote.cue.iter().chain(&quote.speaker) {
            within(*span, "cue or speaker");
        }
        assert!(quote.entity.is_none_or(|entity| entity < entities.len()));
        assert!((0.0..=1.0).contains(&quote.score), "score {}", quote.score);
    }
    for pair in quotes.windows(2) {
        assert!(pair[0].spans[0].start <= pair[1].spans[0].start, "quotes are sorted");
    }
    check_nesting(pieces);
}

/// Pieces may lie within each other or apart, but not cross.
fn check_nesting(mut pieces: Vec<(Span, usize)>) {
    pieces.sort_unstable_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut around: Vec<Span> = Vec::new();
    for (span, _) in pieces {
        while around.last().is_some_and(|outer| outer.end <= span.start) {
            around.pop();
        }
        if let Some(outer) = around.last() {
            assert!(span.end <= outer.end, "{span:?} crosses {outer:?}");
        }
        around.push(span);
    }
}

/// # Panics
/// When a position in UTF-16 code units lies beyond the text or within a pair of surrogates.
pub(crate) fn check_utf16(text: &str, annotations: &Annotations) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let quotes = annotations.quotes.iter().flat_map(|q| q.spans.iter().chain(&q.cue).chain(&q.speaker));
    for span in annotations.mentions.iter().map(|mention| &mention.span).chain(quotes) {
        assert!(units.get(span.range()).is_some_and(|units| String::from_utf16(units).is_ok()), "{span:?}");
    }
}
