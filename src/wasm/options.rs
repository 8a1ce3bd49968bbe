//! Options from JavaScript. They are a stranger's object: each property is read once, by name, and checked.

use js_sys::{Array, Date, Reflect, TypeError};
use wasm_bindgen::prelude::*;

use crate::{EntityType, Options};

/// The options that a JavaScript value asks for; nothing, `null` and `{}` ask for the defaults.
///
/// # Errors
/// A `TypeError` that names the option which cannot be used, and says what can.
pub(super) fn read(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if value.is_null() || value.is_undefined() {
        return Ok(options);
    }
    if !value.is_object() {
        return Err(refuse("options must be an object"));
    }
    if let Some(types) = property(value, "types")? {
        options.types = read_types(&types)?;
    }
    if let Some(published) = property(value, "published")? {
        options.published = Some(read_day(&published)?);
    }
    if let Some(score) = property(value, "minScore")? {
        options.min_score = match score.as_f64() {
            Some(score) if (0.0..=1.0).contains(&score) => score as f32,
            _ => return Err(refuse("options.minScore must be a number from 0 to 1")),
        };
    }
    Ok(options)
}

/// A property that is neither missing nor `null` nor `undefined`.
fn property(object: &JsValue, name: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(object, &JsValue::from_str(name))
        .map_err(|_| refuse(&format!("options.{name} could not be read")))?;
    Ok(if value.is_null() || value.is_undefined() { None } else { Some(value) })
}

fn read_types(value: &JsValue) -> Result<Vec<EntityType>, JsValue> {
    if !Array::is_array(value) {
        return Err(refuse("options.types must be an array of type names"));
    }
    let names = Array::from(value);
    // More names than there are types are repetitions: no reason to walk a list of a million.
    if names.length() > 1000 {
        return Err(refuse("options.types has more than 1000 names"));
    }
    names
        .iter()
        .map(|name| {
            name.as_string().as_deref().and_then(EntityType::from_name).ok_or_else(|| {
                let known = EntityType::ALL.map(EntityType::name).join(", ");
                refuse(&format!("options.types may hold only these: {known}"))
            })
        })
        .collect()
}

fn read_day(value: &JsValue) -> Result<crate::Date, JsValue> {
    let wrong = || refuse("options.published must be a Date or a string that begins with YYYY-MM-DD");
    if let Some(date) = value.dyn_ref::<Date>() {
        let year = i16::try_from(date.get_full_year()).map_err(|_| wrong())?;
        return crate::Date::new(year, date.get_month() as i8 + 1, date.get_date() as i8).map_err(|_| wrong());
    }
    let text = value.as_string().ok_or_else(wrong)?;
    text.trim().get(..10).and_then(|day| day.parse().ok()).ok_or_else(wrong)
}

pub(super) fn refuse(message: &str) -> JsValue {
    TypeError::new(&format!("newsgloss: {message}")).into()
}
