// A colour, weight or join is written only where it differs from the last one, and grey as one number.
#include "pdf/stream.h"

#include "pdf/syntax.h"

namespace pdf {

void Stream::number(base::Length length) {
    append_number(out_, length);
    out_ += ' ';
}

void Stream::code(std::uint32_t code) {
    append_escaped(out_, static_cast<char>(code >> 8U));
    append_escaped(out_, static_cast<char>(code & 0xFFU));
}

void Stream::point(base::Point point) {
    number(point.x);
    number(from_bottom(point).y);
}

void Stream::set_fill(base::Colour colour) {
    if (colour == fill_) return;
    fill_ = colour;
    const std::string operands = colour_operands(colour);
    out_ += operands + (operands.find(' ') == std::string::npos ? " g\n" : " rg\n");
}

void Stream::set_stroke(base::Colour colour) {
    if (colour == stroke_) return;
    stroke_ = colour;
    const std::string operands = colour_operands(colour);
    out_ += operands + (operands.find(' ') == std::string::npos ? " G\n" : " RG\n");
}

void Stream::set_weight(base::Length weight) {
    if (weight == weight_) return;
    weight_ = weight;
    number(weight);
    out_ += "w\n";
}

void Stream::set_round(bool round) {
    if (round == round_) return;
    round_ = round;
    out_ += round ? "1 j 1 J\n" : "0 j 0 J\n";
}

}  // namespace pdf
