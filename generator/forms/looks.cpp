// Looks made one from another: plain is framed, framed is labelled, and modifiers change one thing each.
#include "forms/looks.h"

namespace forms {

Look plain() {
    Look look;
    look.points = points;
    look.ink = ink;
    look.horizontal = workbook::Horizontal::start;
    return look;
}

Look framed() {
    Look look = plain();
    look.wrap = true;
    look.lines = workbook::Lines::thin;
    look.indent = 1;
    return look;
}

Look label() {
    Look look = framed();
    look.ground = panel;
    look.ink = indigo;
    return look;
}

Look head() {
    Look look = framed();
    look.bold = true;
    look.ground = indigo;
    look.ink = white;
    look.horizontal = workbook::Horizontal::centre;
    look.indent = 0;
    return look;
}

Look number(const std::string& format) {
    Look look = framed();
    look.wrap = false;
    look.shrink = true;
    look.number_format = format;
    look.horizontal = workbook::Horizontal::end;
    return look;
}

Look input(Look look) {
    look.locked = false;
    look.ground = yellow;
    return look;
}

Look computed(Look look) {
    look.ground = quiet;
    return look;
}

Look small_grey() {
    Look look = plain();
    look.points = 8;
    look.ink = grey;
    return look;
}

Look centred(Look look) {
    look.horizontal = workbook::Horizontal::centre;
    look.indent = 0;
    return look;
}

Look top(Look look) {
    look.vertical = workbook::Vertical::top;
    return look;
}

Look bold(Look look) {
    look.bold = true;
    return look;
}

Look wrapped(Look look) {
    look.wrap = true;
    return look;
}

}  // namespace forms
