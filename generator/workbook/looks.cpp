// Most looks grow out of a simpler one and change only what differs.
#include "workbook/looks.h"

namespace workbook {

Look title_look() {
    Look look;
    look.bold = true;
    look.points = 14;
    look.ink = indigo;
    return look;
}

Look section_look() {
    Look look = title_look();
    look.points = 11;
    return look;
}

Look lead_look() {
    Look look;
    look.points = 9;
    look.ink = grey;
    return look;
}

Look head_look() {
    Look look;
    look.bold = true;
    look.wrap = true;
    look.points = 9;
    look.horizontal = Horizontal::centre;
    look.lines = Lines::thin;
    look.ground = panel;
    look.ink = indigo;
    return look;
}

Look text_look() {
    Look look;
    look.wrap = true;
    look.points = 9;
    look.horizontal = Horizontal::start;
    look.lines = Lines::thin;
    look.ink = ink;
    return look;
}

Look after_number(Look look) {
    look.indent = 1;
    return look;
}

Look label_look() {
    Look look = text_look();
    look.ground = quiet;
    look.ink = grey;
    look.indent = 1;
    return look;
}

Look centred_look() {
    Look look = text_look();
    look.horizontal = Horizontal::centre;
    return look;
}

Look number_look(const std::string& format) {
    Look look = text_look();
    look.wrap = false;
    look.shrink = true;
    look.horizontal = Horizontal::end;
    look.number_format = format;
    return look;
}

Look input_look(const std::string& format) {
    Look look = number_look(format);
    look.locked = false;
    look.ground = input_ground;
    return look;
}

Look emphasised(Look look) {
    look.bold = true;
    if (look.locked) look.ground = panel;
    return look;
}

Look link_look(Look look) {
    look.underline = true;
    look.ink = link_ink;
    return look;
}

Look alarm_look() {
    Look look;
    look.bold = true;
    look.points = 9;
    look.ink = alarm_ink;
    return look;
}

Look wrong_look() {
    Look look;
    look.bold = true;
    look.ground = alarm_ground;
    look.ink = alarm_ink;
    return look;
}

}  // namespace workbook
