//! Options as they come over the border: plain strings and numbers, which the widget has made of a site's own object.

use wasm_bindgen::JsError;

use crate::{EntityType, Options};

/// Reads options.
///
/// `types` names the types to look for, parted by commas; none named is all of them. `published` is `YYYY-MM-DD`, or
/// empty where the day is not known. `min_score` is from 0 to 1.
///
/// # Errors
/// Names the option that cannot be used, and says what can.
pub(super) fn read(types: &str, published: &str, min_score: f32) -> Result<Options, JsError> {
    let mut options = Options::default();
    if !types.is_empty() {
        options.types = types.split(',').map(read_type).collect::<Result<_, _>>()?;
    }
    if !published.is_empty() {
        let day = crate::facts::read_day(published)
            .ok_or_else(|| JsError::new("newsgloss: published must be a day, YYYY-MM-DD"))?;
        options.published = Some(day);
    }
    if !(0.0..=1.0).contains(&min_score) {
        return Err(JsError::new("newsgloss: minScore must be a number from 0 to 1"));
    }
    options.min_score = min_score;
    Ok(options)
}

fn read_type(name: &str) -> Result<EntityType, JsError> {
    EntityType::from_name(name).ok_or_else(|| {
        let known = EntityType::ALL.map(EntityType::name).join(", ");
        JsError::new(&format!("newsgloss: types may hold only these: {known}"))
    })
}
